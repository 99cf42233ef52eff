package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.internal.HeapWatch;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Many letters at once: how quick, and in how much memory. 500 of them, or 10,000 at night. */
class LetterVolumeIT {

    private static final int COUNT = Boolean.getBoolean("stockwright.nightly") ? 10_000 : 500;
    private static final int PDF_COUNT = Boolean.getBoolean("stockwright.nightly") ? 1_000 : 100;
    /** What a hundred waiting letters and the machine's own noise may take. */
    private static final long FLAT = 32;
    /** What the report engine takes for a PDF beside that. */
    private static final long PRINTING = 128;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final String PARAGRAPH = "This letter tells you how your request was decided, and what you can do. "
        .repeat(20);

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = World.open(folder.resolve("book"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static LetterData data(int i) {
        return new LetterData(
            Map.of("name", "Client number " + i, "amount", i + ".50", "paid", i % 2 == 0 ? "yes" : "no"),
            Map.of("rows", IntStream.range(0, 5)
                .mapToObj(row -> Map.of("item", "Item " + row, "qty", Integer.toString(row + i))).toList()));
    }

    private static byte[] html() {
        return ("<html><body><h1>Decision</h1><p>Dear ${name},</p><p>" + PARAGRAPH
            + "</p>[#if paid == \"yes\"]<p>Thank you for "
            + "${amount?number?string(\"#,##0.00\")}.</p>[#else]<p>Please pay ${amount}.</p>[/#if]<table>"
            + "[#list rows as row]<tr><td>${row.item}</td><td>${row.qty}</td></tr>[/#list]</table></body></html>")
            .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx() {
        return OfficeLetterTest
            .docx("<w:p><w:r><w:t>Dear ${na</w:t></w:r><w:r><w:t>me}</w:t></w:r></w:p><w:p><w:r><w:t>"
                + PARAGRAPH
                + "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>[#list rows as row]${row.item}</w:t></w:r></w:p>"
                + "</w:tc><w:tc><w:p><w:r><w:t>${row.qty}[/#list]</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", Map.of());
    }

    private void approve(String code, LetterFormat format, byte[] content) {
        LetterTemplates templates = world.service(LetterTemplates.class);
        templates.save(LetterTemplate.draft(code, code, format, DAY, data(1)), content).value();
        templates.approve(code, 1).value();
    }

    private static Iterable<LetterRecord> records(int count) {
        return () -> new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < count;
            }

            @Override
            public LetterRecord next() {
                next++;
                return new LetterRecord("r" + next, data(next), next);
            }

        };
    }

    private void merge(String code, int count, Output output, String target) throws Exception {
        merge(code, count, output, target, FLAT);
    }

    private void merge(String code, int count, Output output, String target, long flat) throws Exception {
        Merge merge = new Merge(code + target, code, DAY, output, folder.resolve(target));
        HeapWatch heap = new HeapWatch(count);
        long start = System.nanoTime();
        Letters.Merged merged = world.service(Letters.class).merge(merge, records(count), heap).value();
        long millis = Math.max(1, (System.nanoTime() - start - heap.looking()) / 1_000_000);
        assertThat(merged).isEqualTo(new Letters.Merged(count, 0, 0, List.of(), true));
        System.out.println("figure letters " + code + " " + target + ": " + count + " in " + millis + " ms, "
            + count * 1_000L / millis + " letters/s, heap " + heap.first() + " to " + heap.most() + " MB");
        assertThat(heap.most()).as("MB of heap while letters are merged, after %s MB at the beginning", heap.first())
            .isLessThanOrEqualTo(heap.first() + flat);
    }

    @Test
    void manyLettersAreMergedInFlatMemory() throws Exception {
        approve("HTML", LetterFormat.HTML, html());
        approve("DOCX", LetterFormat.DOCX, docx());
        merge("HTML", COUNT, Output.AS_WRITTEN, "html.zip");
        merge("HTML", COUNT, Output.AS_WRITTEN, "html");
        merge("DOCX", COUNT, Output.AS_WRITTEN, "docx.zip");
        try (ZipFile zip = new ZipFile(folder.resolve("docx.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(COUNT);
        }
    }

    @Test
    void manyLettersArePrintedIntoOnePdf() throws Exception {
        approve("HTML", LetterFormat.HTML, html());
        merge("HTML", PDF_COUNT, Output.PDF, "all.pdf", PRINTING);
        merge("HTML", PDF_COUNT / 10, Output.PDF, "each");
        assertThat(folder.resolve("all.pdf")).exists();
        assertThat(folder.resolve("each/r7.pdf")).exists();
    }

}
