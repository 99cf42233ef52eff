package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTable;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Merged;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.ServiceRefusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Many letters are made of a table: into a folder, a ZIP or one PDF, stopped and gone on with. */
class LetterMergesTest extends LettersWorld {

    @Test
    void aMergeStopsWhenNothingIsLeftToUseUp() throws Exception {
        paper(150);
        Merged merged = letters().merge(merge("M1", "out"), records(250), Progress.NONE).value();
        assertThat(merged.complete()).isFalse();
        assertThat(merged.made()).isEqualTo(100);
        assertThat(warehouse.onHand("A1", "PAPER")).isEqualByComparingTo("50");
        warehouse.ledger().post(warehouse.request("PO2", warehouse.line("SUPPLIER", "A1", "PAPER", 100))).value();
        Merged rest = letters().merge(merge("M1", "out"), records(250), Progress.NONE).value();
        assertThat(rest).isEqualTo(new Merged(150, 100, 0, List.of(), true));
        assertThat(warehouse.onHand("A1", "PAPER")).isEqualByComparingTo("0");
    }

    @Test
    void theLongestKeysUseUpWhatTheirTemplateNames() throws Exception {
        paper(5);
        String merge = "m".repeat(60);
        List<LetterRecord> records = List
            .of(new LetterRecord("r".repeat(64), LetterData.of(Map.of("name", "Ada")), 2));
        assertThat(letters().merge(merge(merge, "out"), records, Progress.NONE).value())
            .isEqualTo(new Merged(1, 0, 0, List.of(), true));
        assertThat(warehouse.onHand("A1", "PAPER")).isEqualByComparingTo("4");
        assertThat(letters().list("", merge, "", 1).getFirst().posting().orElseThrow()).startsWith("letter:");
    }

    @Test
    void theLettersOfATableAreMergedIntoAFolder() throws Exception {
        approved(draft("WELCOME"), bytes("<p>${First_name}: [#list rows as row]${row.item}[#sep], [/#sep][/#list]</p>"),
            new LetterData(Map.of("First_name", "x"), Map.of("rows", List.of(Map.of("item", "y")))));
        Path csv = Files.writeString(folder.resolve("clients.csv"),
            "client;First name;item\nC1;Ada;Bolt\nC1;Ada;Nut\nC2;Bo;Screw\n");
        SourceTable table = world.service(Imports.class).read(csv, Progress.NONE).value();
        Merged merged = letters().merge(merge("M1", "out"), new LetterTable(table, "client"), Progress.NONE).value();
        assertThat(merged).isEqualTo(new Merged(2, 0, 0, List.of(), true));
        assertThat(folder.resolve("out/C1.html")).content().endsWith("<p>Ada: Bolt, Nut</p>");
        assertThat(folder.resolve("out/C2.html")).content().endsWith("<p>Bo: Screw</p>");
        assertThat(letters().list("", "M1", "", 10)).extracting(Letter::key).containsExactlyInAnyOrder("M1/C1",
            "M1/C2");
        assertThat(letters().merge(merge("M2", "out"), new LetterTable(table, ""), Progress.NONE).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.COLUMN_MISSING);
    }

    @Test
    void whatOneRecordLacksIsRefusedForItAlone() throws Exception {
        approved(draft("WELCOME"), TEXT);
        List<LetterRecord> records = new ArrayList<>(records(3));
        records.set(1, new LetterRecord("r2", LetterData.of(Map.of()), 3));
        records.add(new LetterRecord("../evil", LetterData.of(Map.of("name", "x")), 5));
        records.add(new LetterRecord("r1", LetterData.of(Map.of("name", "x")), 6));
        Merged rehearsed = letters().rehearse(merge("M1", "out"), records, Progress.NONE).value();
        assertThat(rehearsed.refusals()).hasSize(3);
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(recorded()).isZero();
        Merged merged = letters().merge(merge("M1", "out"), records, Progress.NONE).value();
        assertThat(merged.made()).isEqualTo(2);
        assertThat(merged.refused()).isEqualTo(3);
        assertThat(merged.refusals()).extracting(Refusal::code, refusal -> refusal.place().line()).containsExactly(
            tuple(ServiceRefusal.FIELD_MISSING, 3L), tuple(ServiceRefusal.BAD_LETTER_KEY, 5L),
            tuple(ServiceRefusal.LETTER_KEY_REUSED, 6L));
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("r1.html",
                "r3.html");
        }
    }

    @Test
    void theSameKeyFarBehindIsRefusedAndTheZipStaysWhole() throws Exception {
        approved(draft("WELCOME"), TEXT);
        List<LetterRecord> records = new ArrayList<>(records(150));
        records.add(new LetterRecord("r1", LetterData.of(Map.of("name", "Client 1")), 152));
        records.add(new LetterRecord("R2", LetterData.of(Map.of("name", "Client 2")), 153));
        assertThat(letters().rehearse(merge("M1", "all.zip"), records, Progress.NONE).value().refusals())
            .extracting(refusal -> refusal.place().line()).containsExactly(152L, 153L);
        Merged merged = letters().merge(merge("M1", "all.zip"), records, Progress.NONE).value();
        assertThat(merged.made()).isEqualTo(150);
        assertThat(merged.refusals()).extracting(Refusal::code, refusal -> refusal.place().line()).containsExactly(
            tuple(ServiceRefusal.LETTER_KEY_REUSED, 152L), tuple(ServiceRefusal.LETTER_KEY_REUSED, 153L));
        try (ZipFile zip = new ZipFile(folder.resolve("all.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(150);
        }
    }

    @Test
    void aZipOfSomebodyElseIsNotWrittenOverAndAFolderOfItsNameIsRefused() throws Exception {
        approved(draft("WELCOME"), TEXT);
        Files.writeString(folder.resolve("all.zip"), "mine");
        assertThat(letters().merge(merge("M1", "all.zip"), records(2), Progress.NONE).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_TARGET);
        assertThat(folder.resolve("all.zip")).content().isEqualTo("mine");
        Files.createDirectories(folder.resolve("folder.zip"));
        assertThat(letters().merge(merge("M1", "folder.zip"), records(2), Progress.NONE).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_TARGET);
        assertThat(recorded()).isZero();
        assertThat(letters().merge(merge("M1", "new.zip"), records(2), Progress.NONE).value().made()).isEqualTo(2);
        assertThat(letters().merge(merge("M1", "new.zip"), records(2), Progress.NONE).value().repeated()).isEqualTo(2);
        assertThat(letters().merge(merge("M2", "new.zip"), records(2), Progress.NONE).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_TARGET);
    }

    @Test
    void aFileThatSomebodyPutInTheWayIsNotFollowed() throws Exception {
        approved(draft("WELCOME"), TEXT);
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createDirectories(folder.resolve("out"));
        Files.createSymbolicLink(folder.resolve("out/.r1.html.tmp"), victim);
        Files.createSymbolicLink(folder.resolve("out/r2.html"), folder.resolve("nowhere"));
        assertThat(letters().merge(merge("M1", "out"), records(2), Progress.NONE).value().made()).isEqualTo(2);
        assertThat(victim).content().isEqualTo("mine");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aLetterOfTheSameKeyThatIsOfNoMergeIsNotTakenForOneOfIt() throws Exception {
        approved(draft("WELCOME"), TEXT);
        letters().make(new Letters.Request("M1/r1", "WELCOME", DAY, LetterData.of(Map.of("name", "Client 1")),
            Optional.empty(), Output.AS_WRITTEN)).value();
        Merged merged = letters().merge(merge("M1", "out"), records(2), Progress.NONE).value();
        assertThat(merged.made()).isEqualTo(1);
        assertThat(merged.refusals()).extracting(Refusal::code).containsExactly(ServiceRefusal.LETTER_KEY_REUSED);
    }

    @Test
    void aTableMayLackColumnsThatTheTemplateCanDoWithoutButNotHaveAFieldTwice() throws Exception {
        approved(draft("WELCOME"), bytes("[#list rows as row]${row.item} ${row.note!\"-\"}; [/#list]"),
            new LetterData(Map.of(), Map.of("rows", List.of(Map.of("item", "y")))));
        Path csv = Files.writeString(folder.resolve("clients.csv"),
            "\uFEFFclient,item,,\nC1,\"Bolt, \"\"x\"\"\nlong\"\nC1,Nut\n\nC2\n");
        SourceTable table = world.service(Imports.class).read(csv, Progress.NONE).value();
        Merged merged = letters().merge(merge("M1", "out"), new LetterTable(table, "client"), Progress.NONE).value();
        assertThat(merged).isEqualTo(new Merged(2, 0, 0, List.of(), true));
        assertThat(folder.resolve("out/C1.html")).content().endsWith("Bolt, &quot;x&quot;<br/>long -; Nut -; ");
        assertThat(folder.resolve("out/C2.html")).content().endsWith(">" + " -; ");
        SourceTable twice = world.service(Imports.class).paste("client,First name,First_name\nC1,a,b\n").value();
        assertThat(letters().merge(merge("M2", "out"), new LetterTable(twice, ""), Progress.NONE).refusals())
            .extracting(Refusal::code).contains(ServiceRefusal.SAME_FIELD_TWICE);
    }

    @Test
    void aFileOfSomebodyElseIsNotWrittenOver() throws Exception {
        approved(draft("WELCOME"), TEXT);
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(folder.resolve("out/r1.html"), "mine");
        Merged merged = letters().merge(merge("M1", "out"), records(2), Progress.NONE).value();
        assertThat(merged.refusals()).extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_TARGET);
        assertThat(folder.resolve("out/r1.html")).content().isEqualTo("mine");
        assertThat(letters().find("M1/r1")).isEmpty();
        Files.writeString(folder.resolve("file"), "x");
        assertThat(letters().merge(merge("M1", "file"), records(2), Progress.NONE).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_TARGET);
    }

    @Test
    void aCancelledMergeGoesOnWhenItIsAskedForAgain() throws Exception {
        approved(draft("WELCOME"), TEXT);
        AtomicInteger asked = new AtomicInteger();
        Merged part = letters()
            .merge(merge("M1", "all.zip"), records(250), Progress.silent(() -> asked.incrementAndGet() > 400)).value();
        assertThat(part.complete()).isFalse();
        assertThat(part.made()).isBetween(1L, 249L).isEqualTo(recorded());
        try (ZipFile zip = new ZipFile(folder.resolve("all.zip").toFile())) {
            assertThat(zip.size()).isEqualTo((int) part.made());
        }
        Merged rest = letters().merge(merge("M1", "all.zip"), records(250), Progress.NONE).value();
        assertThat(rest).isEqualTo(new Merged(250 - part.made(), part.made(), 0, List.of(), true));
        try (ZipFile zip = new ZipFile(folder.resolve("all.zip").toFile())) {
            assertThat(zip.size()).isEqualTo(250);
            assertThat(new String(zip.getInputStream(zip.getEntry("r7.html")).readAllBytes(), StandardCharsets.UTF_8))
                .contains("Client 7");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void manyLettersBecomeOnePdfInWhichEachBeginsOnAPage() throws Exception {
        approved(draft("WELCOME"), TEXT);
        Merge merge = new Merge("M1", "WELCOME", DAY, Output.PDF, folder.resolve("all.pdf"));
        assertThat(letters().merge(merge, records(30), Progress.NONE).value().made()).isEqualTo(30);
        List<String> pages = pages(Files.readAllBytes(folder.resolve("all.pdf")));
        assertThat(pages).hasSize(30);
        assertThat(pages.get(16)).contains("Client 17");
        List<LetterRecord> longer = new ArrayList<>(records(4));
        longer.set(1, new LetterRecord("long", LetterData.of(Map.of("name", "First\n".repeat(100) + "last")), 2));
        letters()
            .merge(new Merge("M3", "WELCOME", DAY, Output.PDF, folder.resolve("longer.pdf")), longer, Progress.NONE)
            .value();
        assertThat(pages(Files.readAllBytes(folder.resolve("longer.pdf")))).satisfiesExactly(
            page -> assertThat(page).startsWith("Dear Client 1 of"), page -> assertThat(page).startsWith("Dear First"),
            page -> assertThat(page).contains("last").doesNotContain("Client 3"),
            page -> assertThat(page).startsWith("Dear Client 3 of"),
            page -> assertThat(page).startsWith("Dear Client 4 of"));
        Merge single = new Merge("M2", "WELCOME", DAY, Output.PDF, folder.resolve("each"));
        letters().merge(single, records(2), Progress.NONE).value();
        assertThat(pages(Files.readAllBytes(folder.resolve("each/r2.pdf")))).singleElement().asString()
            .contains("Client 2");
    }

    @Test
    void aCancelledPdfIsNotThereAndComesWhenItIsAskedForAgain() throws Exception {
        approved(draft("WELCOME"), TEXT);
        Merge merge = new Merge("M1", "WELCOME", DAY, Output.PDF, folder.resolve("all.pdf"));
        Merged part = letters().merge(merge, records(120), Progress.silent(() -> recorded() >= 100)).value();
        assertThat(part).isEqualTo(new Merged(100, 0, 0, List.of(), false));
        assertThat(folder.resolve("all.pdf")).doesNotExist();
        assertThat(letters().merge(merge, records(120), Progress.NONE).value())
            .isEqualTo(new Merged(20, 100, 0, List.of(), true));
        assertThat(pages(Files.readAllBytes(folder.resolve("all.pdf")))).hasSize(120);
    }

}
