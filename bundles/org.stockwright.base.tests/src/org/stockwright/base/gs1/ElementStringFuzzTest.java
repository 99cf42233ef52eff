package org.stockwright.base.gs1;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Samples;

import static org.assertj.core.api.Assertions.assertThat;

/** Random element strings come back as they were written; random damage and garbage never throws and never lies. */
class ElementStringFuzzTest {

    private static final List<ApplicationIdentifier> ALL = List.copyOf(ApplicationIdentifier.all());
    private static final String TEXT = "!\"%&'*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    private static final List<String> SEPARATORS = List.of("\u001D", "\u001D\u001D", "{GS}", "<GS>", "[GS]", "^]",
        "\\x1d", "\\u001D", "|", "\u241D", "<FNC1>");
    private static final List<String> PREFIXES = List.of("]C1", "]d2", "]Q3", "]e0", "]J1");

    private static <T> T one(Samples samples, List<T> list) {
        return list.get(samples.upTo(list.size()) - 1);
    }

    private static String piece(Samples samples, Part part) {
        if (part.optional() && samples.chance(50)) {
            return "";
        }
        int length = part.least() + samples.upTo(part.most() - part.least() + 1) - 1;
        return switch (part.rule()) {
            case CHECK_DIGIT -> {
                String digits = samples.digits(length - 1);
                yield digits + Barcode.checkDigit(digits);
            }
            case DAY, MONTH_OR_DAY -> samples.digits(2) + String.format("%02d%02d", samples.upTo(12),
                samples.upTo(28) - (part.rule() == Part.Rule.DAY ? 0 : samples.upTo(2) - 1));
            case TIME -> String.format("%02d%02d", samples.upTo(24) - 1, samples.upTo(60) - 1);
            case FREE -> {
                StringBuilder text = new StringBuilder(part.numeric() ? samples.digits(length) : "");
                while (text.length() < length) {
                    text.append(TEXT.charAt(samples.upTo(TEXT.length()) - 1));
                }
                yield text.toString();
            }
        };
    }

    private static ElementString random(Samples samples) {
        List<Element> elements = new ArrayList<>();
        for (int i = samples.upTo(6); i > 0; i--) {
            ApplicationIdentifier identifier = one(samples, ALL);
            if (elements.stream().noneMatch(other -> other.identifier().family().equals(identifier.family()))) {
                StringBuilder value = new StringBuilder();
                identifier.parts().forEach(part -> value.append(piece(samples, part)));
                elements.add(new Element(identifier, value.toString()));
            }
        }
        return ElementString.of(elements).value();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Samples.check("element strings", samples -> {
            ElementString written = random(samples);
            String separator = one(samples, SEPARATORS);

            // the separator in front shows that this scanner sends them
            String scan = one(samples, PREFIXES) + separator + written.toText(separator)
                + (samples.chance(30) ? separator : "") + (samples.chance(50) ? "\r\n" : "");

            if (scan.length() <= ElementString.LONGEST) {
                assertThat(ElementString.parse(scan)).as(scan).isEqualTo(Outcome.done(written));
            }
            if (written.toHumanReadable().length() <= ElementString.LONGEST) {
                assertThat(ElementString.parse(written.toHumanReadable())).isEqualTo(Outcome.done(written));
            }
        });
    }

    @Test
    void withoutAnySeparatorItIsTheSameOrRefusedAsAmbiguous() {
        int[] same = new int[1];
        Samples.check("element strings that need no separator", samples -> {
            ElementString written = random(samples);
            String text = written.toText("\u001D");
            if (text.indexOf('\u001D') >= 0 || text.length() > 500 || hasStrange(text)) {
                return;
            }
            Outcome<ElementString> read = ElementString.parse("]C1" + text);

            if (read.isDone()) {
                assertThat(read.value()).as(text).isEqualTo(written);
                same[0]++;
            } else {
                assertThat(read.refusals()).as(text).extracting(Refusal::code).containsExactly(Gs1Refusal.AMBIGUOUS);
            }
        });
        assertThat(same[0]).as("how many were read").isGreaterThan(500);
    }

    @Test
    void aLotAtTheEndIsHardlyEverTakenForMore() {
        int[] refused = new int[1];
        int[] all = new int[1];
        Samples.check("lots at the end", samples -> {
            String lot = samples.digits(6 + samples.upTo(8));
            Outcome<ElementString> read = ElementString.parse("010952123454321310" + lot);
            all[0]++;
            if (read.isDone()) {
                assertThat(read.value().lot()).contains(lot);
            } else {
                refused[0]++;
            }
        });
        assertThat(refused[0] * 100).as("numeric lots that are refused, of %d", all[0]).isLessThan(all[0]);
        System.out.println("figure: " + refused[0] + " of " + all[0] + " numeric lots may be read in two ways");
    }

    private static boolean hasStrange(String text) {
        return text.contains("<GS>");
    }

    @Test
    void aWrongDigitInAGtinIsNeverRead() {
        Samples.check("wrong digits", samples -> {
            String digits = samples.digits(13);
            String gtin = digits + Barcode.checkDigit(digits);
            int position = samples.upTo(14) - 1;
            char wrong = (char) ('0' + (gtin.charAt(position) - '0' + samples.upTo(9)) % 10);
            String scan = "01" + gtin.substring(0, position) + wrong + gtin.substring(position + 1) + "10"
                + samples.digits(samples.upTo(20));

            assertThat(ElementString.parse(scan).refusals()).as(scan).extracting(Refusal::code)
                .containsExactly(Gs1Refusal.WRONG_CHECK_DIGIT);
        });
    }

    @Test
    void garbageIsRefusedOrReadButNeverThrows() {
        Samples.check("element string garbage", samples -> {
            String garbage = samples.garbage();
            String scan = switch (samples.upTo(5)) {
                case 1 -> one(samples, PREFIXES) + garbage;
                case 2 -> "0109521234543213" + garbage;
                case 3 -> "0109521234543213" + one(samples, ALL).code() + garbage;
                case 4 -> damaged(samples, random(samples).toText("\u001D"));
                default -> garbage;
            };

            Outcome<ElementString> outcome = ElementString.parse(scan);

            if (outcome.isDone()) {
                ElementString read = outcome.value();
                assertThat(ElementString.parse("]C1\u001D" + read.toText("\u001D"))).isEqualTo(outcome);
                read.elements().forEach(element -> {
                    element.date(2026);
                    element.number();
                    element.measure();
                });
            } else {
                assertThat(outcome.refusals()).singleElement().satisfies(refusal -> {
                    assertThat(refusal.hint()).isNotEmpty();
                    assertThat(refusal.toString()).hasSizeLessThan(400).doesNotContainPattern("\\p{Cntrl}");
                });
            }
            ElementString.looksLike(scan);
            ElementString.gtinAtStart(scan);
        });
    }

    private static String damaged(Samples samples, String text) {
        int from = samples.upTo(text.length()) - 1;
        int to = Math.min(text.length(), from + samples.upTo(3));
        return text.substring(0, from) + (samples.chance(50) ? "" : samples.garbage()) + text.substring(to);
    }

}
