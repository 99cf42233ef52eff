package org.stockwright.reporting.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreException;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.ReportRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportFormatsIT {

    @TempDir
    Path folder;

    private Path render(String id, String file) {
        return TestReport.reports().render(id, Map.of(), folder.resolve(file), Progress.NONE).value();
    }

    static String pdfText(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(raw).startsWith("%PDF").contains("startxref").contains("%%EOF");
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(bytes)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
            }
        }
        return text.toString().replaceAll("\\s+", " ");
    }

    private static List<Object[]> difficult() {
        return List.of(TestReport.row("BOLT", "Hexagon bolt <b>M8</b> & nut", "1234567.5"),
            TestReport.row("=1+1", "@SUM(A1)", "-5"), TestReport.row("<script>alert(1)</script>", "x", "1"),
            TestReport.row("+49", "-dash", "0.125"),
            TestReport.row("Ω-Größe", "ʻOkina, \"quoted\"", "999999999999"));
    }

    @Test
    void aPdfOpensAndShowsHeadingAndExactNumbers() throws Exception {
        try (TestReport report = TestReport.list("pdf-report", ReportFormatsIT::difficult)) {
            assertThat(pdfText(render("pdf-report", "a.pdf"))).contains("Brightwater Tools Ltd")
                .contains("Test of pdf-report").contains("As of now").contains("Hexagon bolt <b>M8</b> & nut")
                .contains("1,234,567.5").contains("-5").contains("0.125").contains("999,999,999,999")
                .contains("2026-01-15 09:30").doesNotContain("Nothing");
        }
    }

    @Test
    void anEmptyReportSaysSo() throws Exception {
        try (TestReport report = TestReport.list("empty", List::of)) {
            assertThat(pdfText(render("empty", "a.pdf"))).contains("Nothing").contains("Brightwater Tools Ltd");
        }
    }

    @Test
    void aWorkbookHasOneSheetOneHeaderRealNumbersAndTextThatIsNoFormula() throws Exception {
        try (TestReport report = TestReport.list("book", () -> {
            List<Object[]> rows = new ArrayList<>(difficult());
            rows.addAll(TestReport.rows(100));
            return rows;
        }); XSSFWorkbook book = new XSSFWorkbook(render("book", "a.xlsx").toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            Sheet sheet = book.getSheetAt(0);
            int headers = 0;
            int numbers = 0;
            for (var row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    headers += cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals("Amount")
                        ? 1 : 0;
                    numbers += cell.getCellType() == CellType.NUMERIC && cell.getColumnIndex() == 3 ? 1 : 0;
                }
            }
            assertThat(headers).as("the header stands once, without page breaks").isEqualTo(1);
            assertThat(numbers).isEqualTo(105);
            assertThat(sheet.getRow(1).getCell(3).getNumericCellValue()).isEqualTo(1234567.5);
            assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo("=1+1");
            assertThat(sheet.getRow(2).getCell(3).getNumericCellValue()).isEqualTo(-5);
        }
    }

    @Test
    void htmlShowsMarkupAsText() throws Exception {
        try (TestReport report = TestReport.list("page", ReportFormatsIT::difficult)) {
            String html = Files.readString(render("page", "a.html"));
            assertThat(html).contains("&lt;b>M8&lt;/b>").doesNotContain("<b>M8</b>")
                .contains("1,234,567.5").contains("&lt;script>alert").doesNotContain("<script>alert");
        }
    }

    @Test
    void aWordFileIsWritten() throws Exception {
        try (TestReport report = TestReport.list("word", ReportFormatsIT::difficult)) {
            byte[] bytes = Files.readAllBytes(render("word", "a.docx"));
            assertThat(new String(bytes, 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
        }
    }

    @Test
    void csvKeepsNumbersAndNeutralisesFormulas() throws Exception {
        try (TestReport report = TestReport.list("table", ReportFormatsIT::difficult)) {
            assertThat(Files.readString(render("table", "a.csv"))).isEqualTo("""
                item,name,at,amount\r
                BOLT,Hexagon bolt <b>M8</b> & nut,2026-01-15T09:30:00+01:00,1234567.5\r
                '=1+1,'@SUM(A1),2026-01-15T09:30:00+01:00,-5\r
                <script>alert(1)</script>,x,2026-01-15T09:30:00+01:00,1\r
                '+49,'-dash,2026-01-15T09:30:00+01:00,0.125\r
                Ω-Größe,"ʻOkina, ""quoted\""",2026-01-15T09:30:00+01:00,999999999999\r
                """);
        }
    }

    @Test
    void aPagedReportReadsItsRowsOnceAndShowsPagesAndExportsOfThatRun() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Path first;
        try (TestReport report = TestReport.list("paged", () -> {
            runs.incrementAndGet();
            return TestReport.rows(45);
        })) {
            try (PagedReport paged = TestReport.reports().prepare("paged", Map.of(), Progress.NONE).value()) {
                assertThat(paged.title()).isEqualTo("Test of paged");
                assertThat(paged.pages()).isEqualTo(3);
                first = paged.page(1).value();
                assertThat(Files.readString(first)).contains("ITEM-0").doesNotContain("ITEM-44")
                    .contains("Brightwater Tools Ltd");
                assertThat(Files.readString(paged.page(3).value())).contains("ITEM-44");
                assertThat(paged.page(4).refusals()).singleElement()
                    .satisfies(refusal -> assertThat(refusal.hint()).contains("1 to 3"));
                assertThat(pdfText(paged.export(folder.resolve("p.pdf"), Progress.NONE).value()))
                    .contains("ITEM-0").contains("ITEM-44").contains("3/3");
                assertThat(Files.readAllLines(paged.export(folder.resolve("p.csv"), Progress.NONE).value()))
                    .hasSize(46);
                assertThat(runs).as("pages and exports show one run").hasValue(1);
            }
        }
        assertThat(first.getParent()).doesNotExist();
    }

    @Test
    void cancellingStopsTheRunAndLeavesNoFile() throws Exception {
        Instant start = Instant.now();
        Progress impatient = new Progress() {
            @Override
            public void begin(String task, long total) {
                // not shown
            }

            @Override
            public void worked(long amount) {
                // not shown
            }

            @Override
            public boolean isCancelled() {
                return Duration.between(start, Instant.now()).toMillis() > 300;
            }
        };
        try (TestReport report = TestReport.list("long", () -> TestReport.rows(200_000))) {
            for (String file : List.of("a.pdf", "a.csv")) {
                Path output = folder.resolve(file);
                Files.writeString(output, "as before");
                assertThatThrownBy(() -> TestReport.reports().render("long", Map.of(), output, impatient))
                    .isInstanceOf(Progress.Cancelled.class);
                assertThat(output).hasContent("as before");
            }
            assertThatThrownBy(() -> TestReport.reports().prepare("long", Map.of(), impatient))
                .isInstanceOf(Progress.Cancelled.class);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void troubleOfTheDatabaseComesThroughUnchanged() {
        StoreException trouble = new StoreException("the database is gone", null);
        try (TestReport report = TestReport.list("broken", () -> {
            throw trouble;
        })) {
            assertThatThrownBy(() -> render("broken", "a.pdf")).isSameAs(trouble);
            assertThat(folder.resolve("a.pdf")).doesNotExist();
        }
    }

    @Test
    void whateverElseTheContributionThrowsIsRefusedByItsName() {
        try (TestReport report = TestReport.list("faulty", () -> {
            throw new IllegalStateException("a bug");
        })) {
            assertThat(
                TestReport.reports().render("faulty", Map.of(), folder.resolve("a.pdf"), Progress.NONE).refusals())
                .singleElement().satisfies(refusal -> assertThat(refusal.toString()).contains("TestReport", "a bug"));
            assertThat(folder.resolve("a.pdf")).doesNotExist();
        }
    }

    @Test
    void anEngineFailureIsNoSuccess() {
        Object wrong = "no number";
        try (TestReport report = TestReport.list("wrong", () -> List.<Object[]>of(
            new Object[] { "A", "B", null, wrong, 0L }))) {
            assertThat(TestReport.reports().render("wrong", Map.of(), folder.resolve("a.pdf"), Progress.NONE)
                .refusals()).singleElement()
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ReportRefusal.FAILED));
            assertThat(folder.resolve("a.pdf")).doesNotExist();
        }
    }

}
