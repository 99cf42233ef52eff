package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTable;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Made;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Merged;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Templates are approved, letters are made and recorded, one or many. */
class LettersTest {

    private static final String PASSWORD = "long enough, I hope";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final LetterData SAMPLE = LetterData.of(Map.of("name", "Ada", "city", "Porto"));
    private static final byte[] TEXT = bytes("<p>Dear <b>${name}</b> of ${city!\"nowhere\"},</p><p>all is well.</p>");

    @TempDir
    Path folder;

    private World world;
    private Warehouse warehouse;

    @BeforeEach
    void open() {
        world = World.open(folder.resolve("book"));
        warehouse = new Warehouse(world);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LetterTemplates templates() {
        return world.service(LetterTemplates.class);
    }

    private Letters letters() {
        return world.service(Letters.class);
    }

    private static LetterTemplate draft(String code) {
        return LetterTemplate.draft(code, "Welcome", LetterFormat.HTML, LocalDate.of(2026, 1, 1), SAMPLE);
    }

    private LetterTemplate approved(LetterTemplate draft, byte[] content) {
        LetterTemplate saved = templates().save(draft, content).value();
        return templates().approve(saved.code(), saved.version()).value();
    }

    private Outcome<Made> make(String key, String name) {
        return letters().make(new Letters.Request(key, "WELCOME", DAY, LetterData.of(Map.of("name", name)),
            Optional.of("SV-1"), Output.AS_WRITTEN));
    }

    private static List<LetterRecord> records(int count) {
        return IntStream.rangeClosed(1, count)
            .mapToObj(i -> new LetterRecord("r" + i, LetterData.of(Map.of("name", "Client " + i)), i + 1)).toList();
    }

    private Merge merge(String key, String target) {
        return new Merge(key, "WELCOME", DAY, Output.AS_WRITTEN, folder.resolve(target));
    }

    private long recorded() {
        return letters().list("", "", "", 10_000).size();
    }

    @Test
    void aTemplateIsDraftedApprovedAndSucceededByTheNextVersion() {
        LetterTemplate first = templates().save(draft("WELCOME"), TEXT).value();
        assertThat(first.version()).isOne();
        assertThat(first.state()).isEqualTo(State.DRAFT);
        assertThat(first.fields()).extracting("name", "required").containsExactly(tuple("city", false),
            tuple("name", true));
        assertThat(first.hash()).isEqualTo(Sha256.hex(Sha256.digest().digest(TEXT)));
        assertThat(templates().on("WELCOME", DAY)).isEmpty();
        templates().approve("WELCOME", 1).value();
        LetterTemplate second = templates()
            .save(draft("WELCOME").during(LocalDate.of(2026, 2, 1), Optional.empty()), bytes("<p>Hi ${name}</p>"))
            .value();
        assertThat(second.version()).isEqualTo(2);
        templates().approve("WELCOME", 2).value();
        assertThat(templates().on("WELCOME", DAY).orElseThrow().version()).isOne();
        assertThat(templates().on("WELCOME", LocalDate.of(2026, 2, 1)).orElseThrow().version()).isEqualTo(2);
        assertThat(templates().versions("WELCOME")).extracting(LetterTemplate::until)
            .containsExactly(Optional.of(LocalDate.of(2026, 1, 31)), Optional.empty());
        templates().retire("WELCOME", 2, LocalDate.of(2026, 3, 31)).value();
        assertThat(templates().on("WELCOME", LocalDate.of(2026, 4, 1))).isEmpty();
        assertThat(templates().content("WELCOME", 2).value()).isEqualTo(bytes("<p>Hi ${name}</p>"));
        world.reopen();
        assertThat(templates().list()).hasSize(2).first().satisfies(kept -> {
            assertThat(kept.sample()).isEqualTo(SAMPLE);
            assertThat(kept.fields()).isEqualTo(first.fields());
        });
    }

    @Test
    void anApprovedVersionIsNotChangedAndVersionsDoNotOverlap() {
        approved(draft("WELCOME"), TEXT);
        LetterTemplate known = templates().versions("WELCOME").getFirst();
        assertThat(templates().save(known, bytes("<p>x</p>")).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NOT_A_DRAFT);
        assertThat(templates().discard("WELCOME", 1).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NOT_A_DRAFT);
        templates().save(draft("WELCOME"), TEXT).value();
        assertThat(templates().approve("WELCOME", 2).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.LATER_VERSION);
        assertThat(templates().approve("WELCOME", 9).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.UNKNOWN_LETTER_VERSION);
        templates().discard("WELCOME", 2).value();
        assertThat(templates().versions("WELCOME")).hasSize(1);
    }

    @Test
    void aFaultyDraftIsRefusedWithAllThatIsWrongAndNotStored() {
        LetterTemplate faulty = LetterTemplate.draft("small", " ", LetterFormat.HTML, DAY, LetterData.of(Map.of()))
            .during(DAY, Optional.of(DAY.minusDays(1)));
        assertThat(templates().save(faulty, TEXT).refusals()).extracting(Refusal::code).containsExactly(
            ServiceRefusal.BAD_CODE, ServiceRefusal.BAD_NAME_LENGTH, ServiceRefusal.ENDS_BEFORE_IT_BEGINS,
            ServiceRefusal.FIELD_MISSING);
        assertThat(templates().save(draft("WELCOME"), bytes("${name?api}")).isDone()).isFalse();
        assertThat(templates().list()).isEmpty();
    }

    @Test
    void aLetterIsRecordedOnceHoweverOftenItIsAskedFor() {
        approved(draft("WELCOME"), TEXT);
        Made made = make("K1", "Bo <i>").value();
        assertThat(new String(made.content(), StandardCharsets.UTF_8)).contains("<b>Bo &lt;i&gt;</b> of nowhere");
        assertThat(made.letter().fileHash()).isEqualTo(Sha256.hex(Sha256.digest().digest(made.content())));
        assertThat(made.letter().dataHash()).isEqualTo(LetterModel.hash(LetterData.of(Map.of("name", "Bo <i>"))));
        Made again = make("K1", "Bo <i>").value();
        assertThat(again.repeated()).isTrue();
        assertThat(again.letter()).isEqualTo(made.letter());
        assertThat(again.content()).isEqualTo(made.content());
        assertThat(make("K1", "Eve").refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.LETTER_KEY_REUSED);
        assertThat(letters().list("WELCOME", "", "SV-1", 10)).containsExactly(made.letter());
        assertThat(letters().find("K1")).contains(made.letter());
        assertThat(letters().find("K2")).isEmpty();
    }

    @Test
    void aLetterThatWasMadeBeforeKeepsItsVersion() {
        approved(draft("WELCOME"), TEXT);
        Made made = make("K1", "Bo").value();
        templates().retire("WELCOME", 1, LocalDate.of(2026, 1, 10)).value();
        approved(draft("WELCOME").during(LocalDate.of(2026, 1, 11), Optional.empty()), bytes("<p>New ${name}</p>"));
        assertThat(make("K1", "Bo").value().content()).isEqualTo(made.content());
        assertThat(make("K2", "Bo").value().letter().version()).isEqualTo(2);
    }

    @Test
    void aLetterNeedsAnApprovedTemplateAndAKey() {
        templates().save(draft("WELCOME"), TEXT).value();
        assertThat(make("K1", "Bo").refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.UNKNOWN_LETTER);
        assertThat(make(" ", "Bo").refusals()).extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_LETTER_KEY);
        assertThat(letters().preview("WELCOME", 1, SAMPLE, Output.AS_WRITTEN).isDone()).isTrue();
        assertThat(recorded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "UPDATE letter SET data_hash = 'x'", "DELETE FROM letter" })
    void recordsOfLettersAreNeverChanged(String sql) {
        approved(draft("WELCOME"), TEXT);
        make("K1", "Bo").value();
        assertThatThrownBy(() -> warehouse.work().write(transaction -> {
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
                return Outcome.done(statement.executeUpdate());
            }
        })).isInstanceOf(RuntimeException.class);
        assertThat(letters().find("K1").orElseThrow().dataHash()).hasSize(64);
    }

    private void paper(int sheets) {
        warehouse.items("PAPER");
        warehouse.bins("A1");
        warehouse.ledger().post(warehouse.request("PO", warehouse.line("SUPPLIER", "A1", "PAPER", sheets))).value();
        approved(draft("WELCOME")
            .using(new LetterTemplate.Stored(warehouse.itemOf("PAPER"), warehouse.place("A1").id())), TEXT);
    }

    @Test
    void aLetterUsesUpWhatItsTemplateNames() {
        paper(2);
        Letter letter = make("K1", "Bo").value().letter();
        make("K1", "Bo").value();
        assertThat(warehouse.onHand("A1", "PAPER")).isEqualByComparingTo("1");
        assertThat(warehouse.ledger().find(letter.posting().orElseThrow())).isPresent();
        make("K2", "Bo").value();
        assertThat(make("K3", "Bo").isDone()).isFalse();
        assertThat(warehouse.onHand("A1", "PAPER")).isEqualByComparingTo("0");
        assertThat(letters().find("K3")).isEmpty();
    }

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

    private void approved(LetterTemplate draft, byte[] content, LetterData sample) {
        approved(LetterTemplate.draft(draft.code(), draft.name(), draft.format(), draft.from(), sample), content);
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

    @ParameterizedTest
    @ValueSource(strings = { "CON", "nul.x", "com1", "../r", "a/b", "a\\b", ".hidden", "r.", "", "r:1", "r 1" })
    void aKeyThatIsNoNameOfAFileIsRefused(String key) throws Exception {
        approved(draft("WELCOME"), TEXT);
        Merged merged = letters().merge(merge("M1", "out"),
            List.of(new LetterRecord(key, LetterData.of(Map.of("name", "x")), 2)), Progress.NONE).value();
        assertThat(merged.refusals()).extracting(Refusal::code).containsExactly(ServiceRefusal.BAD_LETTER_KEY);
        assertThat(folder.resolve("out")).isEmptyDirectory();
        assertThat(recorded()).isZero();
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
    void keysAndCaseNumbersThatCannotBeKeptAreRefused() {
        approved(draft("WELCOME"), TEXT);
        for (String key : List.of("a\0b", "x\uD800", "x".repeat(121), "a\nb")) {
            assertThat(make(key, "Bo").refusals()).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.BAD_LETTER_KEY);
        }
        for (String number : List.of("", "x".repeat(65), "a\0", "x\uD800")) {
            assertThat(letters().make(new Letters.Request("K", "WELCOME", DAY, LetterData.of(Map.of("name", "x")),
                Optional.of(number), Output.AS_WRITTEN)).refusals()).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.BAD_LETTER_CASE);
        }
        assertThat(letters().find("a\0b")).isEmpty();
        assertThat(letters().list("a\0", "\0", "\uD800", 10)).isEmpty();
        assertThat(letters().preview("a\0", 1, SAMPLE, Output.AS_WRITTEN).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.UNKNOWN_LETTER_VERSION);
        for (String code : List.of("X".repeat(40), "a\0", "NONE")) {
            assertThat(templates().approve(code, 1).refusals()).extracting(Refusal::code)
                .containsExactly(ServiceRefusal.UNKNOWN_LETTER_VERSION);
            assertThat(templates().discard(code, 1).isDone()).isFalse();
            assertThat(templates().retire(code, 1, DAY).isDone()).isFalse();
            assertThat(templates().on(code, DAY)).isEmpty();
        }
    }

    @Test
    void aVersionThatEndedDoesNotComeBackOverTheNextOne() {
        approved(draft("WELCOME"), TEXT);
        approved(draft("WELCOME").during(LocalDate.of(2026, 2, 1), Optional.empty()), bytes("<p>Hi ${name}</p>"));
        assertThat(templates().retire("WELCOME", 1, LocalDate.of(2026, 12, 31)).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.ENDS_ALREADY);
        assertThat(templates().on("WELCOME", LocalDate.of(2026, 2, 1)).orElseThrow().version()).isEqualTo(2);
        assertThat(templates().retire("WELCOME", 1, LocalDate.of(2026, 1, 20)).value().until())
            .contains(LocalDate.of(2026, 1, 20));
        assertThat(templates().retire("WELCOME", 2, LocalDate.MAX).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.ENDS_ALREADY);
        assertThat(templates().save(draft("WELCOME").during(LocalDate.MAX, Optional.empty()), TEXT).refusals())
            .extracting(Refusal::code).containsExactly(ServiceRefusal.ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void aSampleIsKeptWithTablesThatHaveNoRowsAndRowsThatHaveNoTexts() {
        LetterData sample = new LetterData(Map.of("name", ""),
            Map.of("rows", List.of(), "more", List.of(Map.of(), Map.of("a", "x"))));
        byte[] text = bytes(
            "${name}[#list rows as row]${row.a}[#else]none[/#list][#list more as row]${row.a!}[/#list]");
        LetterTemplate saved = templates()
            .save(LetterTemplate.draft("WELCOME", "W", LetterFormat.HTML, DAY, sample), text).value();
        assertThat(templates().versions("WELCOME").getFirst().sample()).isEqualTo(sample);
        assertThat(letters().preview("WELCOME", saved.version(), templates().versions("WELCOME").getFirst().sample(),
            Output.AS_WRITTEN).isDone()).isTrue();
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

    /** Two people of one role; root is signed in. */
    private void people(String... permissions) {
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        RoleId role = world.service(Roles.class).save(RoleDraft.of("Desk", "", Set.of(permissions), Set.of())).value()
            .id();
        users.add("anna", "", PASSWORD.toCharArray(), Set.of(role)).value();
        users.add("ben", "", PASSWORD.toCharArray(), Set.of(role)).value();
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    @Test
    void inABookWithUsersASecondPersonApproves() {
        people(ServicePermission.VIEW, ServicePermission.TEMPLATES, ServicePermission.APPROVE);
        signIn("anna");
        templates().save(draft("WELCOME"), TEXT).value();
        assertThat(templates().approve("WELCOME", 1).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.SECOND_PERSON);
        assertThat(templates().versions("WELCOME").getFirst().state()).isEqualTo(State.DRAFT);
        assertThat(make("K1", "x").refusals()).as("no cases").extracting(refusal -> refusal.code().name())
            .containsExactly("NOT_ALLOWED");
        signIn("ben");
        templates().save(templates().versions("WELCOME").getFirst(), TEXT).value();
        assertThat(templates().approve("WELCOME", 1).refusals()).as("who changed it last").extracting(Refusal::code)
            .containsExactly(ServiceRefusal.SECOND_PERSON);
        signIn("anna");
        assertThat(templates().approve("WELCOME", 1).isDone()).isTrue();
        signIn("root");
    }

    @Test
    void whoMayNotRunReportsIsToldBeforeLettersAreRecorded() throws Exception {
        approved(draft("WELCOME"), TEXT);
        people(ServicePermission.VIEW, ServicePermission.CASES);
        signIn("anna");
        Merge merge = new Merge("M1", "WELCOME", DAY, Output.PDF, folder.resolve("all.pdf"));
        assertThat(letters().merge(merge, records(2), Progress.NONE).refusals())
            .extracting(refusal -> refusal.code().name()).containsExactly("NOT_ALLOWED");
        assertThat(letters().merge(merge("M2", "out"), records(2), Progress.NONE).value().made()).isEqualTo(2);
        signIn("root");
        assertThat(letters().list("", "M1", "", 10)).isEmpty();
        assertThat(folder.resolve("all.pdf")).doesNotExist();
    }

    @Test
    void ofManyWhoMakeTheSameLetterAtOnceOneIsRecorded() throws Exception {
        approved(draft("WELCOME"), TEXT);
        assertThat(Together.count(8, thread -> () -> make("K1", "Bo").isDone())).isEqualTo(8);
        assertThat(recorded()).isOne();
        assertThat(Together.count(8, thread -> () -> templates()
            .save(LetterTemplate.draft("NEW", "n" + thread, LetterFormat.HTML, DAY, SAMPLE), TEXT).isDone()))
            .isEqualTo(8);
        assertThat(templates().versions("NEW")).hasSize(8);
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

    private static List<String> pages(byte[] pdf) throws Exception {
        List<String> pages = new ArrayList<>();
        try (PdfReader reader = new PdfReader(pdf)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                pages.add(new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\s+", " ").strip());
            }
        }
        return pages;
    }

    @Test
    void aLetterBecomesAPdf() throws Exception {
        approved(draft("WELCOME"), bytes("<html><body><h1>Hello</h1><p>Dear <b>${name}</b>,</p><table border=\"1\"><tr>"
            + "<td>Cell</td></tr></table></body></html>"));
        Made made = letters().make(new Letters.Request("P1", "WELCOME", DAY,
            LetterData.of(Map.of("name", "<script>Bo</script>")), Optional.empty(), Output.PDF)).value();
        assertThat(made.letter().fileName()).isEqualTo("P1.pdf");
        assertThat(pages(made.content())).singleElement().asString()
            .contains("Hello", "Dear <script>Bo</script>,", "Cell");
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

    @Test
    void onlyHtmlBecomesPdf() throws Exception {
        byte[] content = OfficeLetterTest.docx("<w:p><w:r><w:t>${name}</w:t></w:r></w:p>", Map.of());
        approved(LetterTemplate.draft("WELCOME", "Welcome", LetterFormat.DOCX, LocalDate.of(2026, 1, 1), SAMPLE),
            content);
        assertThat(letters().preview("WELCOME", 1, SAMPLE, Output.PDF).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NO_PDF);
        Merge merge = new Merge("M1", "WELCOME", DAY, Output.PDF, folder.resolve("all.pdf"));
        assertThat(letters().merge(merge, records(2), Progress.NONE).refusals()).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.NO_PDF);
        assertThat(letters().merge(merge("M2", "out"), records(2), Progress.NONE).value().made()).isEqualTo(2);
        assertThat(folder.resolve("out/r2.docx")).exists();
    }

    @Test
    void aStageDrawsUpLetters() {
        approved(draft("WELCOME"), TEXT);
        StageAutomation automation = world.service(LetterAutomation.class);
        assertThat(automation.choices()).containsExactly(new StageAutomation.Choice("WELCOME", "Welcome"));
        List<StageAutomation.Unit> units = List.of(
            new StageAutomation.Unit("SP-1/1", Map.of("name", "Ada", "Own city", "x"), Optional.empty()),
            new StageAutomation.Unit("SP-1/2", Map.of("name", "Bo"), Optional.of("SV-7")));
        List<StageAutomation.Result> results = automation.run("WELCOME", units).value();
        assertThat(results).hasSize(2);
        assertThat(results.get(1).files()).singleElement().satisfies(file -> {
            assertThat(file.type()).isEqualTo("text/html");
            assertThat(new String(file.content(), StandardCharsets.UTF_8)).contains("Bo");
        });
        assertThat(letters().find("SP-1/2").orElseThrow().caseNumber()).contains("SV-7");
        automation.run("WELCOME", units).value();
        assertThat(recorded()).isEqualTo(2);
        assertThat(automation.run("WELCOME", List.of(new StageAutomation.Unit("SP-1/3", Map.of(), Optional.empty())))
            .refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(ServiceRefusal.FIELD_MISSING);
                assertThat(refusal.place().line()).isOne();
            });
    }

}
