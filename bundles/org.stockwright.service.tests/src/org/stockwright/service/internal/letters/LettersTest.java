package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterRecord;
import org.stockwright.service.LetterTemplate;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** Templates are approved, and letters are made and recorded one by one. */
class LettersTest extends LettersWorld {

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
    void onlyHtmlBecomesPdf() throws Exception {
        byte[] content = OfficeDocuments.docx("<w:p><w:r><w:t>${name}</w:t></w:r></w:p>", Map.of());
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
