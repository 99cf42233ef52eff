package org.stockwright.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Exports.Format;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.reporting.Reports;
import org.stockwright.testkit.Warehouse;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import static org.assertj.core.api.Assertions.assertThat;

/** No text that leaves the book is a formula in a spreadsheet; numbers stay numbers; what is read back is as it was. */
class FormulaInjectionIT extends HostileBook {

    private static final String STARTS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";
    private static final List<String> FORMULAS = formulas();

    private static List<String> formulas() {
        List<String> all = new ArrayList<>();
        for (char start : STARTS.toCharArray()) {
            all.add(start + "1+1");
            all.add(start + "cmd|' /C calc'!A0");
            all.add("'" + start + "x");
            all.add("''" + start + "x");
        }
        all.addAll(List.of("=HYPERLINK(\"http://127.0.0.1:9/\",\"x\")", "-", "@", "--5", "+-5", "'", "''", "'plain",
            "plain", "1=1", "\"=1+1\"", "=\"a\",b", ""));
        return all;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && STARTS.indexOf(cell.charAt(0)) >= 0;
    }

    private static ExportTable table() {
        List<Object[]> rows = new ArrayList<>();
        for (String text : FORMULAS) {
            rows.add(new Object[] { text, new BigDecimal("-5"), Long.valueOf(-7), new BigDecimal("-0.5") });
        }
        return new ExportTable("=sheet", List.of("name", "=amount", "count", "part"), rows);
    }

    @Test
    void exportedTextsAreNoFormulasAndComeBack() throws IOException {
        Exports exports = world.service(Exports.class);
        Imports imports = world.service(Imports.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.write(table(), Format.CSV, out, Progress.NONE);
        List<CsvRecord> records = records(out.toString(StandardCharsets.UTF_8));
        assertThat(records).hasSize(FORMULAS.size() + 1);
        assertThat(isFormula(records.getFirst().getField(1))).as("headers too").isFalse();
        for (int i = 0; i < FORMULAS.size(); i++) {
            CsvRecord row = records.get(i + 1);
            assertThat(isFormula(row.getField(0))).as(row.getField(0)).isFalse();
            assertThat(row.getFields().subList(1, 4)).containsExactly("-5", "-7", "-0.5");
        }
        Path csv = Files.write(folder.resolve("formulas.csv"), out.toByteArray());
        comesBack(imports, csv);
        Path xlsx = folder.resolve("formulas.xlsx");
        exports.write(table(), xlsx, Progress.NONE);
        for (String part : parts(xlsx)) {
            assertThat(part).doesNotContain("<f>", "<f ");
        }
        comesBack(imports, xlsx);
    }

    private static void comesBack(Imports imports, Path file) throws IOException {
        SourceTable back = imports.read(file, Progress.NONE).value();
        assertThat(back.rows()).hasSize(FORMULAS.size());
        for (int i = 0; i < FORMULAS.size(); i++) {
            String text = back.rows().get(i)[0] == null ? "" : back.rows().get(i)[0];
            boolean sheet = file.toString().endsWith(".xlsx");
            // XML has no NUL and reads a carriage return as a line break
            String expected = sheet ? FORMULAS.get(i).replace('\0', '?').replace('\r', '\n') : FORMULAS.get(i);
            assertThat(sheet ? text.replace('\r', '\n').replace("_x0000_", "?") : text).isEqualTo(expected);
            assertThat(back.rows().get(i)[1]).isEqualTo("-5");
        }
    }

    private static List<CsvRecord> records(String text) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    private static List<String> parts(Path xlsx) throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(xlsx.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    @Test
    void refusedRowsAreNoFormulasEither() throws IOException {
        Imports imports = world.service(Imports.class);
        Path file = Files.writeString(folder.resolve("bad.csv"),
            "item,name,unit,safety_stock\n=1+1,@SUM(A1),NONE,-5\n+x,\"-y\",NONE,-1.5\n");
        SourceTable table = imports.read(file, Progress.NONE).value();
        ImportResult result = imports.run(imports.kind("items").orElseThrow(), table, Map.of(), ImportMode.DRY_RUN,
            Progress.NONE);
        Path errors = folder.resolve("bad.errors.csv");
        imports.writeErrors(table, result, errors);
        for (CsvRecord row : records(Files.readString(errors))) {
            for (String cell : row.getFields()) {
                assertThat(isFormula(cell) && !cell.matches("-\\d+(\\.\\d+)?")).as(cell).isFalse();
            }
        }
        assertThat(imports.read(errors, Progress.NONE).value().rows().getFirst()[0]).isEqualTo("=1+1");
    }

    @Test
    void reportsAreNoFormulas() throws IOException {
        Items items = world.service(Items.class);
        List<String> codes = List.of("=1+1", "+2", "-3x", "@four", "=HYPERLINK(\"http://127.0.0.1:9\")");
        items.saveAll(codes.stream().map(code -> ItemDraft.of(code, code + " name", "PCS")).toList()).value();
        for (String code : codes) {
            warehouse.ledger().post(warehouse.request("F" + code, MovementLine.of(MovementKind.RECEIPT,
                items.byCode(code).orElseThrow().id(), Quantity.of(5, Warehouse.PCS), java.util.Optional.empty(),
                java.util.Optional.empty()))).value();
        }
        Reports reports = world.service(Reports.class);
        Path csv = reports.render("stock-on-hand", Map.of(), folder.resolve("stock.csv"), Progress.NONE).value();
        List<CsvRecord> records = records(Files.readString(csv));
        for (CsvRecord row : records) {
            for (String cell : row.getFields()) {
                assertThat(isFormula(cell)).as(cell).isFalse();
            }
        }
        List<String> cells = records.stream().flatMap(row -> row.getFields().stream())
            .map(SpreadsheetText::unprotect).toList();
        assertThat(cells).containsAll(codes).contains("5");
        Path xlsx = reports.render("stock-on-hand", Map.of(), folder.resolve("stock.xlsx"), Progress.NONE).value();
        List<String> parts = parts(xlsx);
        assertThat(String.join("", parts)).contains("@four");
        for (String part : parts) {
            assertThat(part).as("no cell is a formula").doesNotContain("<f>", "<f ", "<hyperlink ");
        }
    }

}
