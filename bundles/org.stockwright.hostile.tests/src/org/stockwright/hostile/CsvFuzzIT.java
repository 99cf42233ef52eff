package org.stockwright.hostile;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Broken files of every kind go through the real import into a real book: read, rehearsed and stored. Nothing is thrown,
 * nothing hangs, each rejected row says where and why, and a refused file leaves the book as it was.
 */
class CsvFuzzIT extends HostileBook {

    private static final int FILES = Integer.getInteger("stockwright.files",
        Seed.NIGHTLY ? 100_000 : 2_000);
    private static final long SLOWEST_MILLIS = 2_000;
    private static final long MEGABYTE = 1L << 20;
    private static final String[] CELLS = { "", "\"", "\"\"", "'", "1,234.5", "1.234,5", "1e9", "-0", "NaN", "Infinity",
        "44927", "45000.5", "2026-02-30", "2026-01-15T25:00:00Z", "01/02/2026", "999999999999999999999", "0.0000000001",
        "-1", "+1", "=1+1", "@SUM(A1)", "\t", "\0", "\u0001", "\u200D", "\u202E", "\uD83D\uDE00", "\uD800", "#REF!",
        "ITEM-1", "ITEM-1 ", "item-1", "\u0406TEM-1", "BIN-1", "COUNT-DIFFERENCE", "Main", "PCS", "KG", "BOX",
        "FURLONG",
        "yes", "maybe", "x".repeat(65), "x".repeat(301), "x".repeat(40_000), "4006381333932", "a|b|c", "A/B//C", "EUR",
        "XXX", "../../etc/passwd", "'; DROP TABLE item; --", "{0}", "null" };
    private static final String[] SPLICES = { "\"", "\0", "\r", "\n", "\r\n", ",", ";", "\t", "\uFEFF", "\u2028", "é",
        "\"\n\"", "\n\n\n", ",,,,,,,,,,,,,,,,", "sep=;\n" };
    private static final Charset[] CHARSETS = { StandardCharsets.UTF_8, StandardCharsets.UTF_8,
        StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE };

    /** Whose sentence says what to do, or whose cell is simply not allowed at the moment. */
    private static final Set<String> SELF_EXPLAINING = Set.of("OUT_OF_RANGE", "NOTHING_MOVES", "LOT_MISSING",
        "SERIAL_MISSING", "UNKNOWN_LOT", "QUANTITY_NOT_POSITIVE", "ITEM_INACTIVE", "LOCATION_INACTIVE", "BAD_TEXT",
        "PLACE_MISSING", "UNKNOWN_LOCATION", "UNKNOWN_OWNER", "BAD_LOCATION", "LOCATION_CYCLE", "ITEM_LOCKED",
        "LOCATION_LOCKED", "BAD_AMOUNT", "BAD_INSTANT");

    private final Seed seed = Seed.of(CsvFuzzIT.class);
    private final Map<String, Integer> seen = new TreeMap<>();
    private final Map<String, String> unexplained = new TreeMap<>();
    /** What the book had when it was counted last; empty when something may have been stored since. */
    private Map<String, String> book = Map.of();
    private long slowest;

    private byte[] mutated(String text) {
        String result = text;
        for (int i = seed.below(4); i > 0; i--) {
            result = seed.percent(70) ? withOtherCell(result) : withSplice(result);
        }
        Charset charset = seed.of(CHARSETS);
        byte[] bytes = (seed.percent(15) || charset.name().startsWith("UTF-16") ? "\uFEFF" + result : result)
            .getBytes(charset);
        return seed.percent(25) ? withOtherBytes(bytes) : bytes;
    }

    private String withOtherCell(String text) {
        String[] rows = text.split("\n", -1);
        int row = seed.below(rows.length);
        String[] cells = rows[row].split(",", -1);
        switch (seed.below(6)) {
            case 0 -> cells = Arrays.copyOf(cells, Math.max(1, seed.below(cells.length + 1)));
            case 1 -> {
                cells = Arrays.copyOf(cells, cells.length + 1);
                cells[cells.length - 1] = seed.of(CELLS);
            }
            default -> cells[seed.below(cells.length)] = seed.percent(70) ? seed.of(CELLS)
                : '"' + seed.of(CELLS).replace("\"", "\"\"") + '"';
        }
        rows[row] = String.join(",", cells);
        return String.join("\n", rows);
    }

    private String withSplice(String text) {
        int at = seed.below(text.length() + 1);
        return text.substring(0, at) + seed.of(SPLICES) + text.substring(at);
    }

    private byte[] withOtherBytes(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = seed.below(bytes.length + 1);
        out.write(bytes, 0, at);
        if (seed.percent(50)) {
            byte[] noise = new byte[seed.below(4)];
            seed.random().nextBytes(noise);
            out.writeBytes(noise);
        }
        int from = Math.min(bytes.length, at + seed.below(3));
        out.write(bytes, from, seed.percent(10) ? 0 : bytes.length - from);
        return out.toByteArray();
    }

    @Test
    void brokenFilesAreReadOrRefusedAndNeverHalfStored() throws IOException {
        Imports imports = world.service(Imports.class);
        assertThat(imports.kinds()).extracting(ImportKind::id)
            .as("every kind has a file here").containsExactlyInAnyOrderElementsOf(KindFiles.SOUND.keySet());
        stored(imports, "exchange-rates", "currency,effective,rate\nUSD,2020-01-01,0.9\n");
        stored(imports, "movements", "key,effective,type,item,quantity,unit_cost\n"
            + "R-1,2026-01-02,receipt,ITEM-1,100,2\nR-2,2026-01-02,receipt,ITEM-2,50,1\n");
        Path file = folder.resolve("fuzz.csv");
        List<ImportKind> kinds = imports.kinds();
        for (int i = 0; i < FILES; i++) {
            ImportKind kind = kinds.get(i % kinds.size());
            byte[] bytes = mutated(KindFiles.SOUND.get(kind.id()));
            Files.write(file, bytes);
            try {
                survives(imports, kind, file);
            } catch (RuntimeException | AssertionError e) {
                Path kept = Files.write(Files.createTempFile("fuzz-", ".csv"), bytes);
                throw new AssertionError("-Dstockwright.seed=" + seed.number() + " file " + i + " of the kind "
                    + kind.id() + ", kept as " + kept, e);
            }
        }
        System.out.println("CsvFuzzIT: " + FILES + " files, slowest " + slowest + " ms, " + seen);
        assertThat(unexplained).as("refusals that do not say what to do").isEmpty();
        assertThat(seen).containsKeys("stored", "rows refused", "BROKEN_CSV", "NOT_TEXT");
    }

    /** What the other files speak of. */
    private static void stored(Imports imports, String kind, String text) {
        assertThat(imports.run(imports.kind(kind).orElseThrow(), imports.paste(text).value(), Map.of(),
            ImportMode.ALL_OR_NOTHING, Progress.NONE).refusals()).isEmpty();
    }

    private void survives(Imports imports, ImportKind kind, Path file) throws IOException {
        long start = cpuMillis();
        Outcome<SourceTable> table = imports.read(file, Progress.NONE);
        if (!table.isDone()) {
            assertThat(table.refusals()).allSatisfy(refusal -> {
                assertThat(refusal.place().source()).isNotEmpty();
                explained(refusal);
            });
            seen.merge(table.refusals().getFirst().code().name(), 1, Integer::sum);
        } else {
            Map<String, String> mapping = imports.suggestMapping(kind, table.value());
            Map<String, String> before = book.isEmpty() ? content() : book;
            ImportResult dry = imports.run(kind, table.value(), mapping, ImportMode.DRY_RUN, Progress.NONE);
            dry.refusals().forEach(this::placed);
            boolean keepGood = seed.percent(20);
            boolean mayStore = dry.isClean() || keepGood;
            if (mayStore) {
                assertThat(content()).as("a rehearsal stores nothing").isEqualTo(before);
            }
            ImportResult real = imports.run(kind, table.value(), mapping,
                keepGood ? ImportMode.KEEP_GOOD : ImportMode.ALL_OR_NOTHING, Progress.NONE);
            real.refusals().forEach(this::placed);
            assertThat(real.isClean()).as("the rehearsal told").isEqualTo(dry.isClean());
            if (!mayStore) {
                assertThat(real.stored()).isZero();
                assertThat(content()).as("nothing half imported, and nothing by the rehearsal").isEqualTo(before);
            }
            book = mayStore ? Map.of() : before;
            imports.writeErrors(table.value(), real, folder.resolve("fuzz.errors.csv"));
            seen.merge(real.isClean() ? "stored" : "rows refused", 1, Integer::sum);
        }
        long millis = cpuMillis() - start;
        slowest = Math.max(slowest, millis);
        assertThat(millis).as("milliseconds").isLessThan(SLOWEST_MILLIS);
    }

    /** Of this thread: other programs on the machine do not count. */
    private static long cpuMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private void placed(Refusal refusal) {
        assertThat(refusal.place().line()).as("the line of %s", refusal).isPositive();
        boolean wholeRow = refusal.code().name().equals("TOO_MANY_CELLS")
            || refusal.code().name().equals("PARTICIPANT_REFUSED");
        if (!wholeRow) {
            assertThat(refusal.place().column()).as("the column of %s", refusal).isNotEmpty();
        }
        explained(refusal);
    }

    private void explained(Refusal refusal) {
        if (refusal.hint().isEmpty() && !SELF_EXPLAINING.contains(refusal.code().name())) {
            unexplained.put(refusal.code().name(), refusal.toString());
        }
        assertThat(refusal.sentence()).isNotEmpty();
        assertThat(refusal.toString()).hasSizeLessThan(2_000);
    }

    @Test
    void aLineWithoutEndIsRefusedWithoutBeingKept() throws IOException {
        Path file = folder.resolve("long.csv");
        long length = Seed.NIGHTLY ? 1_000 * MEGABYTE : 48 * MEGABYTE;
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write("item,name\nA,\"".getBytes(StandardCharsets.US_ASCII));
            for (long written = 0; written < length; written += block.length) {
                out.write(block);
            }
        }
        Imports imports = world.service(Imports.class);
        System.gc();
        long before = peak(true);
        long start = System.nanoTime();
        Outcome<SourceTable> table = imports.read(file, Progress.NONE);
        long millis = (System.nanoTime() - start) / 1_000_000;
        long grown = (peak(false) - before) / MEGABYTE;
        Files.delete(file);
        System.out.println("CsvFuzzIT: a line of " + length / MEGABYTE + " MB: " + table.refusals() + " in " + millis
            + " ms, heap grew by " + grown + " MB at most");
        assertThat(table.isDone()).isFalse();
        assertThat(grown).as("megabytes of heap").isLessThan(256);
        assertThat(millis).as("milliseconds").isLessThan(Seed.NIGHTLY ? 20_000 : SLOWEST_MILLIS);
    }

    /** The most bytes of heap that were in use since the last reset. */
    private static long peak(boolean reset) {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                if (reset) {
                    pool.resetPeakUsage();
                }
                bytes += pool.getPeakUsage().getUsed();
            }
        }
        return bytes;
    }

    @Test
    void numbersThatMayMeanTwoThingsAreAskedBack() throws IOException {
        Imports imports = world.service(Imports.class);
        Map<String, String> expected = Map.of("1,234", "AMBIGUOUS_NUMBER", "\"1,234.5\"", "NOT_A_NUMBER",
            "\"1.234,5\"", "NOT_A_NUMBER", "1e9", "NOT_A_NUMBER", "NaN", "NOT_A_NUMBER", "0.0005", "TOO_MANY_DECIMALS",
            "1000000000000000000", "TOO_LARGE", "-1", "QUANTITY_NOT_POSITIVE");
        Path file = folder.resolve("numbers.csv");
        for (Map.Entry<String, String> number : expected.entrySet()) {
            String cell = number.getKey().equals("1,234") ? "\"1,234\"" : number.getKey();
            Files.writeString(file, "item,location,quantity,unit,effective\nITEM-3,BIN-1," + cell
                + ",KG,2020-02-29\n");
            ImportResult result = imports.run(imports.kind("opening-stock").orElseThrow(),
                imports.read(file, Progress.NONE).value(), Map.of(), ImportMode.ALL_OR_NOTHING, Progress.NONE);
            assertThat(result.refusals()).as(cell).singleElement().satisfies(refusal -> {
                assertThat(refusal.code().name()).isEqualTo(number.getValue());
                assertThat(refusal.place().line()).isEqualTo(2);
                assertThat(refusal.place().column()).isEqualTo("quantity");
            });
        }
    }

}
