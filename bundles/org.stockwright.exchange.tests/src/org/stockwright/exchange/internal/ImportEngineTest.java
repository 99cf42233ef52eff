package org.stockwright.exchange.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;

import static org.assertj.core.api.Assertions.assertThat;

class ImportEngineTest {

    private final ImportsComponent imports = new ImportsComponent(new Told(), Allowed.EVERYTHING, Parts.service());
    private final Articles articles = new Articles();

    @TempDir
    Path folder;

    private SourceTable table(String text) {
        return imports.paste(text).value();
    }

    private ImportResult run(String text, ImportMode mode) {
        return run(text, Map.of(), mode);
    }

    private ImportResult run(String text, Map<String, String> mapping, ImportMode mode) {
        return imports.run(articles, table(text), mapping, mode, Progress.NONE);
    }

    private static List<String> codes(ImportResult result) {
        return result.refusals().stream().map(ImportEngineTest::code).toList();
    }

    private static String code(Refusal refusal) {
        return refusal.code().name() + "@" + refusal.place().line() + ":" + refusal.place().column();
    }

    @Test
    void aKindWhosePermissionTheUserLacksIsNotRun() {
        ImportResult result = new ImportsComponent(new Told(), new Allowed(articles.permission()),
            Parts.service()).run(articles,
                table("item,name\nB1,Bolt\n"), Map.of(), ImportMode.ALL_OR_NOTHING, Progress.NONE);
        assertThat(codes(result)).containsExactly("NOT_ALLOWED@0:");
        assertThat(result.stored()).isZero();
        assertThat(articles.stored).isEmpty();
    }

    @Test
    void columnsStandInAnyOrderAndAnyCase() {
        ImportResult result = run("Name,ITEM\nBolt,B1\n", ImportMode.ALL_OR_NOTHING);
        assertThat(result.isClean()).isTrue();
        assertThat(articles.stored).containsExactly("B1|Bolt|");
    }

    @Test
    void anUnknownColumnIsAnErrorWithTheNearestName() {
        ImportResult result = run("item,name,quantty\nB1,Bolt,5\n", ImportMode.ALL_OR_NOTHING);
        assertThat(codes(result)).containsExactly("UNKNOWN_COLUMN@1:quantty");
        assertThat(result.refusals().getFirst().hint()).contains("'quantity'");
        assertThat(articles.stored).isEmpty();
        assertThat(result.stored()).isZero();
    }

    @Test
    void aHeaderErrorStoresNothingEvenWhenGoodRowsAreToBeKept() {
        ImportResult result = run("item,name,colour\nB1,Bolt,red\n", ImportMode.KEEP_GOOD);
        assertThat(result.stored()).isZero();
        assertThat(articles.mode).isEqualTo(ImportMode.DRY_RUN);
    }

    @Test
    void allErrorsComeAtOnce() {
        ImportResult result = run(
            "item,name,quantity\n,Bolt,1\nB2,,2\nB3,Nut,3\nB4,X,4,5,6\nB5,#REF!,5\nB6,a\u0001,6\n",
            ImportMode.ALL_OR_NOTHING);
        assertThat(codes(result)).containsExactly("EMPTY_CELL@2:item", "EMPTY_CELL@3:name", "TOO_MANY_CELLS@5:",
            "SPREADSHEET_ERROR@6:name", "CONTROL_CHARACTER@7:name");
        assertThat(articles.checked).containsExactly(4L);
        assertThat(articles.mode).isEqualTo(ImportMode.DRY_RUN);
        assertThat(articles.stored).isEmpty();
        assertThat(result.stored()).isZero();
        assertThat(result.rows()).isEqualTo(6);
    }

    @Test
    void goodRowsAreKeptWhenAsked() {
        ImportResult result = run("item,name\n,Bolt\nB2,Nut\n", ImportMode.KEEP_GOOD);
        assertThat(result.stored()).isEqualTo(1);
        assertThat(articles.stored).containsExactly("B2|Nut|");
        assertThat(codes(result)).containsExactly("EMPTY_CELL@2:item");
    }

    @Test
    void aMissingRequiredColumnIsOneErrorAndNoErrorPerRow() {
        ImportResult result = run("item,quantity\nB1,1\nB2,2\n", ImportMode.KEEP_GOOD);
        assertThat(codes(result)).containsExactly("MISSING_COLUMN@1:name");
        assertThat(articles.checked).isEmpty();
    }

    @Test
    void aMappingGivesHeadersTheirMeaningAndIgnoresOthers() {
        ImportResult result = run("Artikel,Bezeichnung,Farbe\nB1,Bolt,red\n",
            Map.of("Artikel", "item", "Bezeichnung", "name", "Farbe", ""), ImportMode.ALL_OR_NOTHING);
        assertThat(result.isClean()).isTrue();
        assertThat(articles.stored).containsExactly("B1|Bolt|");
    }

    @Test
    void mistakesInTheMappingAreErrors() {
        assertThat(codes(run("item,name\nB1,Bolt\n", Map.of("nmae", "name"), ImportMode.DRY_RUN)))
            .containsExactly("NO_SUCH_HEADER@1:");
        assertThat(codes(run("item,name,x\nB1,Bolt,1\n", Map.of("x", "nome"), ImportMode.DRY_RUN)))
            .containsExactly("UNKNOWN_COLUMN@1:x");
        assertThat(codes(run("item,name,x\nB1,Bolt,1\n", Map.of("x", "name"), ImportMode.DRY_RUN)))
            .containsExactly("DUPLICATE_COLUMN@1:x");
    }

    @Test
    void aColumnWithoutNameIsAnErrorOnlyWhenItHasTexts() {
        assertThat(run("item,,name\nB1,,Bolt\n", ImportMode.DRY_RUN).isClean()).isTrue();
        assertThat(codes(run("item,,name\nB1,x,Bolt\n", ImportMode.DRY_RUN))).containsExactly("UNNAMED_COLUMN@1:2");
    }

    @Test
    void aMappingIsSuggestedByNamesAndUsualWords() {
        assertThat(imports.suggestMapping(articles,
            table("SKU,Name,Qty,Safety Stock,Led Time Days,Colour\nB1,Bolt,1,2,3,red\n")))
            .containsExactly(Map.entry("SKU", "item"), Map.entry("Name", "name"), Map.entry("Qty", "quantity"),
                Map.entry("Safety Stock", "safety_stock"), Map.entry("Led Time Days", "lead_time_days"));
    }

    @Test
    void refusedRowsAreWrittenWithTheirReasonAndImportAgainWhenMended() throws IOException {
        SourceTable table = table("item,name,quantity\n,=1+1,-5\nB2,Nut,2\n");
        ImportResult result = imports.run(articles, table, Map.of(), ImportMode.KEEP_GOOD, Progress.NONE);
        Path file = folder.resolve("parts.csv.errors.csv");
        imports.writeErrors(table, result, file);
        assertThat(Files.readAllLines(file)).hasSize(2).first().isEqualTo("item,name,quantity,reason");
        assertThat(Files.readAllLines(file).get(1)).startsWith(",'=1+1,-5,").contains("item: EMPTY_CELL");
        Files.writeString(file, Files.readString(file).replace("\r\n,", "\r\nB1,"));
        SourceTable again = imports.read(file, Progress.NONE).value();
        assertThat(imports.run(articles, again, Map.of(), ImportMode.ALL_OR_NOTHING, Progress.NONE).isClean())
            .isTrue();
        assertThat(articles.stored).containsExactly("B2|Nut|2", "B1|=1+1|-5");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void nearnessCountsChangedAddedMissingAndSwappedLetters() {
        assertThat(ColumnNames.distance("quantity", "quantty", 3)).isEqualTo(1);
        assertThat(ColumnNames.distance("quantity", "qauntity", 3)).isEqualTo(1);
        assertThat(ColumnNames.distance("abc", "xyz", 2)).isEqualTo(2);
        assertThat(ColumnNames.distance("", "", 2)).isZero();
    }

}
