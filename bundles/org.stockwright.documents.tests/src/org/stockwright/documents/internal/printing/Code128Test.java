package org.stockwright.documents.internal.printing;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.stockwright.base.gs1.ElementString;

import static org.assertj.core.api.Assertions.assertThat;

class Code128Test {

    private static final char FNC1 = Code128.FNC1;

    private static List<Integer> values(String text) {
        return Code128.of(text).orElseThrow().values();
    }

    private static String modules(String text) {
        return Code128.of(text).orElseThrow().modules().stream().map(dark -> dark ? "1" : "0")
            .collect(Collectors.joining());
    }

    @Test
    void knownSymbolsHaveTheirValuesAndCheckCharacters() {
        // the example of Wikipedia's article has the check character 54 with start A, so 55 with start B
        assertThat(values("PJJ123C")).containsExactly(104, 48, 42, 42, 17, 18, 19, 35, 55, 106);
        assertThat(values("1234567890")).containsExactly(105, 12, 34, 56, 78, 90,
            (105 + 12 + 68 + 168 + 312 + 450) % 103,
            106);
        assertThat(values(FNC1 + "00340123450000000000").subList(0, 4)).containsExactly(105, 102, 0, 34);
    }

    @Test
    void theShortestWayThroughTheCodeSetsIsTaken() {
        // four digits behind letters are worth a change, two are not
        assertThat(values("SO-1234")).containsExactly(104, 51, 47, 13, 99, 12, 34, values("SO-1234").get(7), 106);
        assertThat(values("AB12")).hasSize(4 + 3);
        assertThat(values("12345")).hasSize(7);
        // a control character needs set A
        assertThat(values("A\tB").getFirst()).isEqualTo(103);
        assertThat(values("\ta")).startsWith(103, 73, 100, 65);
    }

    @Test
    void theModulesAreThoseOfTheStandard() {
        // start B, 'A', check, stop: the patterns 211214, 111323, and 2331112 at the end
        assertThat(modules("A")).startsWith("11010010000" + "10100011000").endsWith("1100011101011")
            .hasSize(3 * 11 + 13);
    }

    @Test
    void whatWasDrawnIsReadAgain() {
        Random random = new Random(52);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(24);
            while (text.length() < length) {
                text.append(switch (random.nextInt(6)) {
                    case 0 -> FNC1;
                    case 1 -> (char) random.nextInt(128);
                    case 2 -> (char) ('A' + random.nextInt(26));
                    default -> (char) ('0' + random.nextInt(10));
                });
            }
            assertThat(decoded(modules(text.toString()))).isEqualTo(text.toString());
        }
    }

    /** Reads bars as a scanner does: by the patterns that single symbols show, which all differ and have 11 modules. */
    private static String decoded(String modules) {
        Map<String, Integer> known = patterns();
        List<Integer> values = new ArrayList<>();
        for (int at = 0; at < modules.length() - 13; at += 11) {
            values.add(known.get(modules.substring(at, at + 11)));
        }
        int sum = values.getFirst();
        for (int i = 1; i < values.size() - 1; i++) {
            sum += i * values.get(i);
        }
        assertThat(values.getLast()).isEqualTo(sum % 103);
        StringBuilder text = new StringBuilder();
        int set = values.getFirst() - 103;
        for (int value : values.subList(1, values.size() - 1)) {
            if (value == 102) {
                text.append(FNC1);
            } else if (value == 101 || value == 100 && set != 1 || value == 99 && set != 2) {
                set = 101 - value;
            } else if (set == 2) {
                text.append("%02d".formatted(value));
            } else {
                text.append((char) (set == 0 && value >= 64 ? value - 64 : value + 32));
            }
        }
        return text.toString();
    }

    /** The patterns by value, taken from symbols of pairs of digits, which have the values 0 to 99, and from a few others. */
    private static Map<String, Integer> patterns() {
        Map<String, Integer> result = new HashMap<>();
        for (int value = 0; value < 100; value++) {
            String pair = "%02d".formatted(value);
            result.put(modules(pair + pair + pair).substring(11, 22), value);
        }
        result.put(modules("\ta").substring(22, 33), 100);
        result.put(modules("a\t\t").substring(22, 33), 101);
        result.put(modules(FNC1 + "1234").substring(11, 22), 102);
        result.put(modules("\t").substring(0, 11), 103);
        result.put(modules("A").substring(0, 11), 104);
        result.put(modules("1234").substring(0, 11), 105);
        assertThat(result).hasSize(106);
        Set<Integer> dark = new HashSet<>();
        result.keySet().forEach(pattern -> dark.add((int) pattern.chars().filter(one -> one == '1').count() % 2));
        assertThat(dark).as("the bars of a character have an even number of modules").containsExactly(0);
        return result;
    }

    @Test
    void whatNoSymbolHasIsNoBarcode() {
        assertThat(Code128.of("Größe")).isEmpty();
        assertThat(Code128.of("")).isEmpty();
        assertThat(Bars.of("Größe").png(100)).isNull();
    }

    @Test
    void printersAreToldTheSetsAndTheFunctionCharacters() {
        assertThat(Code128.of(FNC1 + "00340123450000000000").orElseThrow().zpl()).isEqualTo(">;>800340123450000000000");
        assertThat(Code128.of("SO-1234").orElseThrow().zpl()).isEqualTo(">:SO->51234");
        assertThat(Code128.of("a>b^c~").orElseThrow().zpl()).isEqualTo(">:a>0b><c>=");
        assertThat(Code128.of(FNC1 + "0104006381333931" + "306" + FNC1 + "10L-1").orElseThrow().zpl())
            .isEqualTo(">;>8010400638133393130>66>810L-1");
        assertThat(Code128.of("\tA").orElseThrow().zpl()).isEqualTo(">97333");
    }

    @Test
    void aGs1SymbolIsReadBackAsItsElements() {
        String data = FNC1 + "0104012345123456" + "1727063010AB-1";
        String read = decoded(modules(data));
        assertThat(ElementString.parse("]C1" + read.substring(1)).value().lot()).hasValue("AB-1");
    }

    @Test
    void thePictureHasFourPixelsToAModuleAndIsFilledUp() throws Exception {
        byte[] png = Bars.of("A").png(100);
        java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(400);
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < image.getWidth(); x += 4) {
            row.append((image.getRGB(x, 30) & 0xff) == 0 ? '1' : '0');
        }
        assertThat(row.toString()).isEqualTo("0".repeat(27) + modules("A") + "0".repeat(27));
    }

}
