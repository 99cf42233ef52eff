package org.stockwright.exchange.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mutated files never raise an exception, never hang, and never store anything of a file with an error. The soak form
 * (system property {@code stockwright.nightly}) takes 100,000 files of each kind. {@code stockwright.seed} repeats a
 * run.
 */
class HostileFilesIT {

    private static final int FILES = Boolean.getBoolean("stockwright.nightly") ? 100_000 : 1_000;
    private static final long SLOWEST_MILLIS = 2_000;
    private static final String[] TOKENS = { "\"", "\0", "\r", "\n", "\r\n", ",", ";", "\t", "\uFEFF", "=cmd()", "1e9",
        "1,234.5", "1.234,5", "44927", "NaN", "-0", "\"\"", "'", "\u202E", "\uD83D\uDE00", "sep=;", "é",
        "x".repeat(40_000) };
    private static final String[] XML = { "<!DOCTYPE x>", "&amp;", "&lt;", "&x;", "<row>", "</row>",
        "<c r=\"ZZZZZZ9\">", "<v>",
        "</v>", "1E999999999", "-1", "99999999999", "]]>", "<!--", "<is><t>", "t=\"s\"", "t=\"e\"", "s=\"-1\"", "\0",
        "\uFFFE" };

    private static final String[] VALUES = { "", "0", "-0", "1E308", "1E-308", "1E999999999", "-1", "99999999999",
        "NaN", "#N/A", "=1+1", "s", "b", "e", "n", "str", "inlineStr", "A1", "ZZZ1", "2958465.9999999", "59.5", "\t",
        "\u202E", "I-1" };

    /** A cell's text, type, place or style. */
    private static final Pattern VALUE = Pattern.compile("(<v>|<t>| [trs]=\")[^\"<]*");

    private final ImportsComponent imports = new ImportsComponent(new Told(), Allowed.EVERYTHING, Parts.service());
    private final Random random;

    @TempDir
    Path folder;

    HostileFilesIT() {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("HostileFilesIT: -Dstockwright.seed=" + seed);
        random = new Random(seed);
    }

    private byte[] mutated(byte[] original) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int changes = 1 + random.nextInt(6);
        byte[] bytes = original.clone();
        for (int i = 0; i < changes && bytes.length > 4; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                case 3 -> bytes = spliced(bytes, at, TOKENS[random.nextInt(TOKENS.length)]);
                default -> {
                    int from = random.nextInt(bytes.length);
                    System.arraycopy(bytes, Math.min(from, at), bytes, at, Math.min(bytes.length - at,
                        Math.abs(from - at)));
                }
            }
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private byte[] spliced(byte[] bytes, int at, String token) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.writeBytes(token.getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8));
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private void survives(Path file, Map<String, Integer> seen) throws IOException {
        long start = System.nanoTime();
        Outcome<SourceTable> table = imports.read(file, Progress.NONE);
        if (table.isDone()) {
            Articles articles = new Articles();
            ImportResult result = imports.run(articles, table.value(), Map.of(), ImportMode.ALL_OR_NOTHING,
                Progress.NONE);
            assertThat(result.isClean() || articles.stored.isEmpty()).as("nothing half imported").isTrue();
            assertThat(result.refusals()).allSatisfy(refusal -> {
                assertThat(refusal.place().line()).isPositive();
                assertThat(refusal.hint()).isNotEmpty();
                assertThat(refusal.sentence()).doesNotContain("{0}");
            });
            seen.merge(result.isClean() ? "clean" : "rows refused", 1, Integer::sum);
        } else {
            assertThat(table.refusals()).allSatisfy(refusal -> {
                assertThat(refusal.hint()).isNotEmpty();
                assertThat(refusal.place().source()).isNotEmpty();
            });
            seen.merge(table.refusals().getFirst().code().name(), 1, Integer::sum);
        }
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(SLOWEST_MILLIS);
    }

    @Test
    void mutatedCsvFilesAreReadOrRefused() throws IOException {
        StringBuilder text = new StringBuilder("item,name,quantity,safety_stock\n");
        for (int i = 0; i < 30; i++) {
            text.append("I-").append(i).append(",\"Größe ").append(i).append(" \"\"x\"\"\",").append(i).append(".5,\n");
        }
        byte[][] originals = { text.toString().getBytes(StandardCharsets.UTF_8),
            text.toString().getBytes(TextEncoding.WINDOWS), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            text.toString().replace(',', ';').getBytes(StandardCharsets.UTF_8) };
        Map<String, Integer> seen = new HashMap<>();
        Path file = folder.resolve("fuzz.csv");
        for (int i = 0; i < FILES; i++) {
            Files.write(file, mutated(originals[i % originals.length]));
            survives(file, seen);
        }
        System.out.println("HostileFilesIT CSV: " + seen);
        assertThat(seen).containsKeys("clean", "rows refused", "BROKEN_CSV", "NOT_TEXT");
    }

    @Test
    void mutatedWorkbooksAreReadOrRefused() throws IOException {
        StringBuilder rows = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
            + "<c r=\"B1\" t=\"s\"><v>1</v></c></row>");
        for (int i = 2; i < 20; i++) {
            rows.append("<row r=\"").append(i).append("\"><c r=\"A").append(i).append("\" t=\"inlineStr\"><is><t>I-")
                .append(i).append("</t></is></c><c r=\"B").append(i).append("\" s=\"1\"><v>4492").append(i)
                .append(".5</v></c></row>");
        }
        Path file = WorkbookReadingTest.zip(folder.resolve("fuzz.xlsx"), WorkbookReadingTest.parts(rows.toString()));
        byte[] original = Files.readAllBytes(file);
        Map<String, Integer> seen = new HashMap<>();
        survives(file, seen);
        assertThat(seen).as("the file before it is mutated").containsOnlyKeys("clean");
        for (int i = 0; i < FILES; i++) {
            Files.write(file, i % 3 == 0 ? mutated(original) : withMutatedPart(original));
            survives(file, seen);
        }
        System.out.println("HostileFilesIT XLSX: " + seen);
        assertThat(seen).containsKeys("clean", "rows refused", "DAMAGED_WORKBOOK", "TOO_MANY_COLUMNS");
    }

    /** Sound XML with values that nobody expects. */
    private byte[] withMutatedValues(String sheet) {
        return VALUE.matcher(sheet).replaceAll(found -> random.nextInt(20) > 0 ? "$0"
            : "$1" + VALUES[random.nextInt(VALUES.length)]).getBytes(StandardCharsets.UTF_8);
    }

    /** A sound package around a part that is not, so that the mutation gets past the zip's checksums. */
    private byte[] withMutatedPart(byte[] original) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int victim = random.nextInt(8);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(original));
            ZipOutputStream zip = new ZipOutputStream(out)) {
            int index = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                boolean sheet = entry.getName().contains("worksheets");
                if (sheet && victim > 1) {
                    part = withMutatedValues(new String(part, StandardCharsets.UTF_8));
                } else if (index++ == victim) {
                    part = random.nextBoolean() ? mutated(part)
                        : spliced(part, random.nextInt(part.length), XML[random.nextInt(XML.length)]);
                }
                zip.write(part);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

}
