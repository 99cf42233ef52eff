package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Template.State;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Letter templates from a file, with their contents beside it. */
class LetterTemplatesImportTest {

    private static final String HEADER = "template,name,format,file,content,valid_from,valid_until,uses,place,field,line,value";

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

    private LetterTemplates templates() {
        return world.service(LetterTemplates.class);
    }

    private ImportResult run(SourceTable table, ImportMode mode) {
        Imports imports = world.service(Imports.class);
        return imports.run(imports.kind("letter-templates").orElseThrow(), table, Map.of(), mode, Progress.NONE);
    }

    private ImportResult file(ImportMode mode, String... lines) throws IOException {
        Path csv = Files.writeString(folder.resolve("templates.csv"),
            "\uFEFF" + HEADER + "\n" + String.join("\n", lines) + "\n");
        return run(world.service(Imports.class).read(csv, Progress.NONE).value(), mode);
    }

    private static List<String> told(ImportResult result) {
        return result.refusals().stream()
            .map(refusal -> refusal.place().line() + " " + refusal.place().column() + " " + refusal.code().name())
            .toList();
    }

    @Test
    void templatesBecomeDraftsWithTheirSamples() throws IOException {
        Files.writeString(folder.resolve("welcome.html"),
            "<p>Dear ${name}[#list rows as row], ${row.item}[/#list]</p>");
        byte[] word = OfficeDocuments.docx("<w:p><w:r><w:t>Dear ${who}</w:t></w:r></w:p>", Map.of());
        Files.write(folder.resolve("Notice.DOCX"), word);
        String[] lines = {
            "WELCOME,\"Welcome, \"\"dear\"\"\",,welcome.html,,2026-02-01,2026-12-31,,,name,,\"Berg, Größe\"",
            "WELCOME,,,,,,,,,rows.item,2,Nut", "WELCOME,,,,,,,,,rows.item,1,Bolt", "NOTICE,,,Notice.DOCX,,,,,,who,,Ada",
            "SHORT,,,,\"<b>a</b>,\nb\",,,,,,," };
        assertThat(told(file(ImportMode.DRY_RUN, lines))).isEmpty();
        assertThat(templates().list()).isEmpty();
        ImportResult result = file(ImportMode.ALL_OR_NOTHING, lines);
        assertThat(told(result)).isEmpty();
        assertThat(result.stored()).isEqualTo(5);
        LetterTemplate welcome = templates().versions("WELCOME").getFirst();
        assertThat(welcome.name()).isEqualTo("Welcome, \"dear\"");
        assertThat(welcome.state()).isEqualTo(State.DRAFT);
        assertThat(welcome.from()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(welcome.until()).contains(LocalDate.of(2026, 12, 31));
        assertThat(welcome.sample()).isEqualTo(new LetterData(Map.of("name", "Berg, Größe"),
            Map.of("rows", List.of(Map.of("item", "Bolt"), Map.of("item", "Nut")))));
        assertThat(templates().versions("NOTICE").getFirst().format()).isEqualTo(LetterFormat.DOCX);
        assertThat(templates().content("NOTICE", 1).value()).isEqualTo(word);
        assertThat(templates().content("SHORT", 1).value()).isEqualTo("<b>a</b>,\nb".getBytes(StandardCharsets.UTF_8));
        assertThat(file(ImportMode.ALL_OR_NOTHING, lines).unchanged()).as("the same again").isEqualTo(5);
        templates().approve("SHORT", 1).value();
        assertThat(file(ImportMode.ALL_OR_NOTHING, lines).unchanged()).as("also when it is approved").isEqualTo(5);
        lines[4] = lines[4].replace("<b>a</b>", "<i>c</i>");
        assertThat(file(ImportMode.ALL_OR_NOTHING, lines).stored()).isEqualTo(1);
        assertThat(templates().versions("SHORT")).extracting(LetterTemplate::state).containsExactly(State.APPROVED,
            State.DRAFT);
        assertThat(file(ImportMode.ALL_OR_NOTHING, "WELCOME,,,,<p>Hello ${name}</p>,,,,,,,").stored()).isEqualTo(1);
        assertThat(templates().versions("WELCOME")).singleElement().satisfies(changed -> {
            assertThat(changed.sample()).as("kept").isEqualTo(welcome.sample());
            assertThat(changed.name()).isEqualTo(welcome.name());
            assertThat(changed.from()).isEqualTo(welcome.from());
        });
    }

    @Test
    void whatEachLetterUsesUpIsNamedAndTakenAway() throws IOException {
        Warehouse warehouse = new Warehouse(world);
        warehouse.items("PAPER");
        warehouse.bins("A1");
        assertThat(told(file(ImportMode.ALL_OR_NOTHING, "W,,,,x,,,PAPER,A1,,,"))).isEmpty();
        assertThat(templates().versions("W").getFirst().stored())
            .contains(new LetterTemplate.Stored(warehouse.itemOf("PAPER"), warehouse.place("A1").id()));
        assertThat(file(ImportMode.ALL_OR_NOTHING, "W,,,,y,,,,,,,").stored()).isOne();
        assertThat(templates().versions("W").getFirst().stored()).isPresent();
        assertThat(file(ImportMode.ALL_OR_NOTHING, "W,,,,y,,,-,,,,").stored()).isOne();
        assertThat(templates().versions("W").getFirst().stored()).isEmpty();
        assertThat(told(file(ImportMode.ALL_OR_NOTHING, "W,,,,y,,,PAPER,,,,", "V,,,,y,,,NONE,NOWHERE,,,")))
            .containsExactly("2 place MISSING", "3 uses UNKNOWN_ITEM", "3 place UNKNOWN_LOCATION");
    }

    @Test
    void whatIsWrongIsToldWithLineAndColumnAndNothingIsStored() throws IOException {
        Files.writeString(folder.resolve("bad.html"), "<p>x</p>\n<script>");
        Files.writeString(folder.resolve("welcome.txt"), "x");
        ImportResult result = file(ImportMode.ALL_OR_NOTHING, "GOOD,,,,<p>x</p>,,,,,,,", "small,,,,x,,,,,,,",
            "BOTH,,,bad.html,x,,,,,,,", "NONE,,,,,,,,,,,", "KIND,,pdf,,x,,,,,,,", "ENDING,,,welcome.txt,,,,,,,,",
            "BAD,,,bad.html,,,,,,,,", "LACKS,,,,${name},,,,,,,", "DAYS,,,,x,2026-02-02,2026-02-01,,,,,",
            "LINES,,,,x,,,,,rows.a,0,v", "LINES,,,,,,,,,plain,1,v", "LINES,,,,,,,,,name,,v", "LINES,,,,,,,,,name,,w",
            "LINES,,,,,,,,,,,w", "TWICE,,,,x,,,,,,,", "TWICE,,,,y,,,,,,,");
        assertThat(told(result)).containsExactlyInAnyOrder("3 template BAD_CODE", "4 file ONE_CONTENT",
            "5 file ONE_CONTENT",
            "6 format UNKNOWN_VALUE", "7 file UNKNOWN_VALUE", "8 file UNSAFE_HTML", "9 value FIELD_MISSING",
            "10 valid_until ENDS_BEFORE_IT_BEGINS", "11 line UNKNOWN_VALUE", "12 field BAD_FIELD", "14 field BAD_FIELD",
            "15 field MISSING", "17 content ONE_CONTENT");
        assertThat(result.refusals()).filteredOn(refusal -> refusal.code().name().equals("UNSAFE_HTML")).singleElement()
            .satisfies(refusal -> assertThat(refusal.hint()).startsWith("In line 2 of the content. "));
        assertThat(templates().list()).isEmpty();
        assertThat(told(file(ImportMode.KEEP_GOOD, "GOOD,,,,<p>x</p>,,,,,,,", "small,,,,x,,,,,,,"))).hasSize(1);
        assertThat(templates().list()).extracting(LetterTemplate::code).containsExactly("GOOD");
    }

    @ParameterizedTest
    @CsvSource({ "../secret.html", "inner/secret.html", "/etc/passwd", "link.html", ".hidden.html", "inner",
        "absent.html",
        "'..\\secret.html'", "C:secret.html" })
    void filesOfOtherFoldersAndLinksAreNotRead(String name) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("files/inner"));
        Files.writeString(folder.resolve("secret.html"), "SECRET");
        Files.writeString(inner.resolve("secret.html"), "SECRET");
        Files.writeString(folder.resolve("files/.hidden.html"), "SECRET");
        Files.createSymbolicLink(folder.resolve("files/link.html"), folder.resolve("secret.html"));
        Path csv = Files.writeString(folder.resolve("files/t.csv"), "template,format,file\nW,html," + name + "\n");
        ImportResult result = run(world.service(Imports.class).read(csv, Progress.NONE).value(),
            ImportMode.ALL_OR_NOTHING);
        assertThat(told(result)).containsExactly("2 file NOT_BESIDE");
        assertThat(result.refusals().toString()).doesNotContain(folder.toString(), "SECRET");
        assertThat(templates().list()).isEmpty();
    }

    @Test
    void aFileThatIsTooLongIsRefusedAndWhatIsPastedHasNoFilesBeside() throws IOException {
        Files.write(folder.resolve("long.html"), new byte[LetterTemplates.MOST_BYTES + 1]);
        assertThat(told(file(ImportMode.ALL_OR_NOTHING, "W,,,long.html,,,,,,,,")))
            .containsExactly("2 file BESIDE_TOO_LARGE");
        SourceTable pasted = world.service(Imports.class).paste("template,file\nW,long.html\n").value();
        assertThat(pasted.folder()).isEqualTo(Optional.empty());
        assertThat(told(run(pasted, ImportMode.ALL_OR_NOTHING))).containsExactly("2 file NOT_BESIDE");
        SourceTable cell = world.service(Imports.class).paste("template,content\nW,<p>x</p>\n").value();
        assertThat(run(cell.with("name", "Called so"), ImportMode.ALL_OR_NOTHING).stored()).isOne();
        assertThat(templates().versions("W").getFirst().name()).isEqualTo("Called so");
        assertThat(templates().list()).extracting(LetterTemplate::code).containsExactly("W");
    }

    @Test
    void theFolderOfAFileStaysWithItsTable() throws IOException {
        Path csv = Files.writeString(folder.resolve("t.csv"), "template,content\nW,x\n");
        SourceTable table = world.service(Imports.class).read(csv, Progress.NONE).value();
        assertThat(table.folder()).contains(folder.toAbsolutePath());
        assertThat(table.with("name", "x").folder()).isEqualTo(table.folder());
    }

    @Test
    void refusalsAreShort() throws IOException {
        ImportResult result = file(ImportMode.ALL_OR_NOTHING, "W,,,,<" + "x".repeat(30_000) + ">,,,,,,,",
            "V,,,," + "<p " + "y".repeat(30_000) + ">,,,,,,,");
        assertThat(result.refusals()).hasSize(2).extracting(Refusal::toString)
            .allSatisfy(text -> assertThat(text).hasSizeLessThan(600));
    }

}
