package org.stockwright.exchange.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.SourceTable;

import static org.assertj.core.api.Assertions.assertThat;

class WorkbookReadingTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final ImportsComponent imports = new ImportsComponent(new Told(), Allowed.EVERYTHING, Parts.service());

    @TempDir
    Path folder;

    static Map<String, String> parts(String sheetData) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("_rels/.rels", DECLARATION + "<Relationships" + RELATIONS + "><Relationship Id=\"r1\" Type=\"" + TYPE
            + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", DECLARATION + "<workbook" + MAIN + " xmlns:r=\"" + TYPE.substring(0,
            TYPE.length() - 1) + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"s1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", DECLARATION + "<Relationships" + RELATIONS
            + "><Relationship Id=\"s1\" Type=\"" + TYPE + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"s2\" Type=\"" + TYPE + "sharedStrings\" Target=\"sharedStrings.xml\"/>"
            + "<Relationship Id=\"s3\" Type=\"" + TYPE + "styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put("xl/sharedStrings.xml", DECLARATION + "<sst" + MAIN
            + "><si><t>item</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>X</t></rPh></si></sst>");
        parts.put("xl/styles.xml", DECLARATION + "<styleSheet" + MAIN + "><numFmts count=\"1\">"
            + "<numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
            + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
            + "</styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", DECLARATION + "<worksheet" + MAIN + "><sheetData>" + sheetData
            + "</sheetData></worksheet>");
        return parts;
    }

    static Path zip(Path file, Map<String, String> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Outcome<SourceTable> read(Map<String, String> parts) throws IOException {
        return imports.read(zip(folder.resolve("t.xlsx"), parts), Progress.NONE);
    }

    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>";

    @Test
    void valuesOfAllTypesBecomeTexts() throws IOException {
        SourceTable table = read(parts(HEADER + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>A</t></is></c>"
            + "<c r=\"B3\"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r=\"D3\" t=\"b\"><v>1</v></c>"
            + "<c r=\"E3\" s=\"1\"><v>44927</v></c><c r=\"F3\" s=\"2\"><v>44927.75</v></c>"
            + "<c r=\"G3\" t=\"str\"><f>T(1)</f><v>text</v></c><c r=\"H3\" t=\"e\"><v>#N/A</v></c></row>")).value();
        assertThat(table.header()).containsExactly("item", "name");
        assertThat(table.lines()).containsExactly(3);
        assertThat(table.rows().getFirst()).containsExactly("A", "0.3", null, "true", "2023-01-01",
            "2023-01-01T18:00:00", "text", "#N/A");
    }

    @ParameterizedTest
    @CsvSource({ "1E3,1000", "1.5E-7,0.00000015", "-5,-5", "0,0", "12345678901234567,12345678901234567",
        "1.0000000000000002,1", "abc,abc", "1E99999,1E99999", "100,100", "2.50,2.5" })
    void numbersArePlainDecimalsWithoutBinaryNoise(String stored, String shown) {
        assertThat(CellValues.number(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({ "1,false,1900-01-01", "59,false,1900-02-28", "61,false,1900-03-01", "0,true,1904-01-01T00:00:00",
        "0.5,false,12:00:00", "45000.999988425925,false,2023-03-15T23:59:59", "-1,false,-1",
        "2958466,false,2958466" })
    void dayNumbersAreIsoDates(String stored, boolean from1904, String shown) {
        assertThat(CellValues.date(stored, from1904)).isEqualTo(shown);
    }

    @Test
    void aFormulaWithoutStoredValueIsRefusedWithItsPlace() throws IOException {
        Outcome<SourceTable> outcome = read(parts(HEADER + "<row r=\"2\"><c r=\"A2\"><f>1+1</f></c></row>"));
        assertThat(outcome.refusals()).hasSize(1);
        assertThat(outcome.refusals().getFirst().code()).isEqualTo(ExchangeRefusal.FORMULA_WITHOUT_VALUE);
        assertThat(outcome.refusals().getFirst().place()).hasToString("t.xlsx:2, column item");
    }

    private void isRefused(Map<String, String> parts, ExchangeRefusal code) throws IOException {
        long start = System.nanoTime();
        Outcome<SourceTable> outcome = read(parts);
        assertThat(outcome.refusals()).extracting(refusal -> (Object) refusal.code()).containsExactly(code);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(4_000);
    }

    @Test
    void aZipBombIsCut() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.put("xl/sharedStrings.xml", DECLARATION + "<sst" + MAIN + ">" + " ".repeat(50_000_000) + "</sst>");
        isRefused(parts, ExchangeRefusal.DAMAGED_WORKBOOK);
        parts = parts(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + "x".repeat(50_000_000)
            + "</t></is></c></row>");
        isRefused(parts, ExchangeRefusal.CELL_TOO_LONG);
    }

    @Test
    void documentTypesAndEntitiesAreRefusedUnread() throws IOException {
        Path canary = folder.resolve("canary.txt");
        Files.writeString(canary, "secret");
        for (String part : new String[] { "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml",
            "xl/worksheets/sheet1.xml", "_rels/.rels" }) {
            Map<String, String> parts = parts(HEADER);
            parts.computeIfPresent(part, (name, xml) -> xml.replace(DECLARATION,
                DECLARATION + "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + canary.toUri() + "\">]>"));
            Outcome<SourceTable> outcome = read(parts);
            assertThat(outcome.refusals()).as(part).hasSize(1);
            assertThat(outcome.refusals().getFirst().sentence()).as(part).contains("DOCTYPE")
                .doesNotContain("secret");
        }
    }

    @Test
    void aBillionLaughsAreRefused() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, xml) -> xml.replace(DECLARATION, DECLARATION
            + "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"));
        isRefused(parts, ExchangeRefusal.DAMAGED_WORKBOOK);
    }

    @Test
    void aMillionColumnsAreRefused() throws IOException {
        isRefused(parts(HEADER + "<row r=\"2\"><c r=\"BDWGN2\"><v>1</v></c></row>"),
            ExchangeRefusal.TOO_MANY_COLUMNS);
        isRefused(parts(HEADER + "<row r=\"2\">" + "<c><v>1</v></c>".repeat(2_000) + "</row>"),
            ExchangeRefusal.TOO_MANY_COLUMNS);
    }

    @Test
    void whatIsMissingOrBrokenIsSaid() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.remove("xl/worksheets/sheet1.xml");
        isRefused(parts, ExchangeRefusal.DAMAGED_WORKBOOK);
        isRefused(parts("<row><c t=\"s\"><v>77</v></c></row>"), ExchangeRefusal.DAMAGED_WORKBOOK);
        isRefused(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ExchangeRefusal.DAMAGED_WORKBOOK);
        isRefused(parts("<row><c>"), ExchangeRefusal.DAMAGED_WORKBOOK);
        Path file = zip(folder.resolve("cut.xlsx"), parts(HEADER));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(imports.read(file, Progress.NONE).refusals().getFirst().code())
            .isEqualTo(ExchangeRefusal.DAMAGED_WORKBOOK);
    }

    @Test
    void externalTargetsAreNotFollowed() throws IOException {
        Map<String, String> parts = parts(HEADER);
        parts.computeIfPresent("xl/_rels/workbook.xml.rels", (name, xml) -> xml.replace(
            "Target=\"sharedStrings.xml\"", "Target=\"file:///etc/passwd\" TargetMode=\"External\""));
        // without its texts the sheet refers to nothing
        isRefused(parts, ExchangeRefusal.DAMAGED_WORKBOOK);
    }

}
