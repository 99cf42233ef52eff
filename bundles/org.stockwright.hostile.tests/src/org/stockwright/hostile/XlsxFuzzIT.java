package org.stockwright.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;

/** Workbooks that were made to do harm, and cut off ones, are refused within two seconds; of others values are read. */
class XlsxFuzzIT extends HostileBook {

    private static final long SLOWEST_MILLIS = 2_000;
    private static final int CUTS = Seed.NIGHTLY ? 20_000 : 150;
    private static final int BOMB_MEGABYTES = 256;

    private final Seed seed = Seed.of(XlsxFuzzIT.class);

    private Outcome<SourceTable> read(String name, Path file) throws IOException {
        Imports imports = world.service(Imports.class);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Outcome<SourceTable> table = imports.read(file, Progress.NONE);
        long millis = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000;
        System.out.println("XlsxFuzzIT: " + name + " in " + millis + " ms: " + (table.isDone() ? "read"
            : table.refusals().getFirst()));
        assertThat(millis).as(name).isLessThan(SLOWEST_MILLIS);
        return table;
    }

    private void refused(String name, Path file) throws IOException {
        Outcome<SourceTable> table = read(name, file);
        assertThat(table.isDone()).as(name).isFalse();
        assertThat(table.refusals()).allSatisfy(refusal -> assertThat(refusal.hint()).isNotEmpty());
    }

    private Path with(String part, String content) throws IOException {
        Map<String, String> parts = Workbooks.sound();
        parts.put(part, content);
        return Workbooks.write(folder.resolve("hostile.xlsx"), parts);
    }

    @Test
    void bombsAndEndlessSheetsAreRefused() throws IOException {
        assertThat(read("the sound one", Workbooks.write(folder.resolve("sound.xlsx"), Workbooks.sound())).value()
            .rows()).hasSize(1);
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        InputStream bomb = new SequenceInputStream(Collections.enumeration(Collections.nCopies(BOMB_MEGABYTES, blanks)
            .stream().map(bytes -> (InputStream) new ByteArrayInputStream(bytes)).toList()));
        refused("a zip bomb", Workbooks.write(folder.resolve("bomb.xlsx"), Workbooks.SHEET,
            new SequenceInputStream(new ByteArrayInputStream("<worksheet>".getBytes(StandardCharsets.US_ASCII)),
                bomb)));
        StringBuilder columns = new StringBuilder("<row r=\"2\">");
        for (int i = 0; i < 1_000_000; i++) {
            columns.append("<c><v>1</v></c>");
        }
        refused("a million columns", with(Workbooks.SHEET, Workbooks.sheet(columns.append("</row>").toString())));
        refused("a far column", with(Workbooks.SHEET, Workbooks.sheet("<row r=\"2\">" + Workbooks.cell("ZZZZZZ2", "x")
            + "</row>")));
        Map<String, String> many = Workbooks.sound();
        for (int i = 0; i < 12_000; i++) {
            many.put("xl/media/" + i, "");
        }
        refused("too many parts", Workbooks.write(folder.resolve("many.xlsx"), many));
        refused("deep nesting", with(Workbooks.SHEET, Workbooks.sheet("<row>".repeat(200_000))));
        refused("a long cell", with(Workbooks.SHEET, Workbooks.sheet("<row r=\"2\">"
            + Workbooks.cell("A2", "x".repeat(40_000)) + "</row>")));
    }

    @Test
    void whatLeadsElsewhereIsRefusedOrLeftAlone() throws IOException {
        Map<String, String> external = Workbooks.sound();
        external.put("xl/_rels/workbook.xml.rels", external.get("xl/_rels/workbook.xml.rels")
            .replace("Target=\"worksheets/sheet1.xml\"",
                "Target=\"http://127.0.0.1:9/s.xml\" TargetMode=\"External\""));
        refused("an external sheet", Workbooks.write(folder.resolve("external.xlsx"), external));
        Map<String, String> climbing = Workbooks.sound();
        climbing.put("xl/_rels/workbook.xml.rels", climbing.get("xl/_rels/workbook.xml.rels")
            .replace("Target=\"worksheets/sheet1.xml\"", "Target=\"../../../../etc/passwd\""));
        refused("a sheet outside", Workbooks.write(folder.resolve("climbing.xlsx"), climbing));
        Map<String, String> macros = Workbooks.sound();
        macros.put("xl/vbaProject.bin", "\0\1Sub AutoOpen()");
        macros.put("xl/externalLinks/externalLink1.xml", "<externalLink/>");
        assertThat(read("macros and external links", Workbooks.write(folder.resolve("macros.xlsx"), macros)).value()
            .rows()).as("only values are read").hasSize(1);
        refused("no zip at all", Files.write(folder.resolve("empty.xlsx"), new byte[] { 'P', 'K', 3, 4, 0 }));
    }

    @Test
    void cutOffAndChangedWorkbooksAreReadOrRefused() throws IOException {
        byte[] sound = Files.readAllBytes(Workbooks.write(folder.resolve("cut.xlsx"), Workbooks.sound()));
        Imports imports = world.service(Imports.class);
        Map<String, Integer> seen = new TreeMap<>();
        Path file = folder.resolve("mutated.xlsx");
        for (int i = 0; i < CUTS; i++) {
            byte[] bytes = i % 2 == 0 ? Arrays.copyOf(sound, 4 + seed.below(sound.length - 4)) : sound.clone();
            for (int change = i % 2 == 0 ? 0 : 1 + seed.below(5); change > 0; change--) {
                bytes[seed.below(bytes.length)] = (byte) seed.below(256);
            }
            Files.write(file, bytes);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Outcome<SourceTable> table = imports.read(file, Progress.NONE);
            assertThat((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000)
                .as("file " + i + " of seed " + seed.number()).isLessThan(SLOWEST_MILLIS);
            if (i % 2 == 0) {
                assertThat(table.isDone()).as("cut off at " + bytes.length).isFalse();
            }
            seen.merge(table.isDone() ? "read" : table.refusals().getFirst().code().name(), 1, Integer::sum);
        }
        System.out.println("XlsxFuzzIT: " + CUTS + " cut off or changed: " + seen);
        assertThat(seen).containsKey("DAMAGED_WORKBOOK");
        assertThat(List.copyOf(seen.keySet())).isNotEmpty();
    }

}
