package org.stockwright.service.internal.cases;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.Cases.Cancel;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.Performer;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.ServiceCase.CaseStage;
import org.stockwright.service.ServiceCase.StageState;
import org.stockwright.service.internal.stock.WorkWorld;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class CasesTest extends WorkWorld {

    private void stock(int units) {
        receive("PAPER", 1_000, "1");
        receive("STAMP", 1_000, "1");
        approved(2, stages());
        prepared(units);
    }

    private static List<StageState> states(ServiceCase one) {
        return one.stages().stream().map(CaseStage::state).toList();
    }

    @Test
    void aCaseTakesAStoredUnitAndOnlyTheOtherStagesAreLeft() {
        stock(3);
        ServiceCase one = opened();
        assertThat(one.number()).isEqualTo("SV-000001");
        assertThat(one.ahead()).isEqualTo(2);
        assertThat(one.unit().orElseThrow().unit()).isEqualTo(1);
        assertThat(states(one)).containsExactly(StageState.AHEAD, StageState.AHEAD, StageState.READY,
            StageState.WAITING);
        assertThat(one.next().orElseThrow().due()).contains(now().plus(Duration.ofMinutes(60)));
        assertThat(one.promised()).isEqualTo(now().plus(Duration.ofMinutes(90)));
        assertThat(one.data()).containsEntry("doctor", "Dr. No").containsEntry("draft", "SP-000001:1:2");
        assertThat(warehouse.reserved("Q1", "DRAFT")).isEqualByComparingTo("1");
        assertThat(documents().inbox()).extracting(Task::topic, Task::due)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("service.client", Optional.of(TODAY)));

        assertThat(codes(done(one.document(), "SIGN"))).containsExactly("NOT_ITS_TURN");
        assertThat(codes(cases().done(StageResult.of(key(), one.document(), "NAME", "AXA", now()))))
            .containsExactly("CLIENT_DATA_MISSING");
        later(Duration.ofMinutes(10));
        ServiceCase named = done(one.document(), "NAME").value();
        assertThat(named.data()).containsEntry("insurer", "AXA");
        assertThat(named.next().orElseThrow().due()).contains(now().plus(Duration.ofMinutes(30)));
        assertThat(codes(cases().deliver(key(), one.document(), now()))).containsExactly("STAGE_LEFT");
        assertThat(cases().files(one.document())).as("what was drafted can be read before it is delivered")
            .singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("0001 draft.txt");
                assertThat(file.ahead()).isTrue();
                assertThat(documents().content(file.attachment())).hasValueSatisfying(
                    bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("Dear doctor"));
            });
        ServiceCase signed = done(one.document(), "SIGN").value();
        assertThat(signed.state()).isEqualTo(ServiceCase.State.READY);
        assertThat(onHand("B1", "STAMP")).as("a stamp was issued with the signature").isEqualByComparingTo("999");
        assertThat(documents().inbox()).extracting(Task::topic).containsExactly("service.deliver");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("3");

        ServiceCase delivered = cases().deliver(key(), one.document(), now()).value();
        assertThat(delivered.state()).isEqualTo(ServiceCase.State.DELIVERED);
        assertThat(delivered.ended()).contains(now());
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("2");
        assertThat(warehouse.reserved("Q1", "DRAFT")).isZero();
        List<Attachment> files = documents().attachments(one.document());
        assertThat(files).extracting(Attachment::name).containsExactly("0001 draft.txt");
        assertThat(new String(documents().content(files.getFirst().id()).orElseThrow(), StandardCharsets.UTF_8))
            .isEqualTo("Dear doctor");
        Batch batch = preparations().get(one.unit().orElseThrow().batch()).orElseThrow();
        assertThat(batch.each().getFirst().state()).isEqualTo(UnitState.USED);
        assertThat(batch.each().getFirst().usedBy()).contains(one.document());
        Document paper = documents().get(batch.document()).orElseThrow();
        assertThat(paper.lines().getFirst().done(Step.ALLOCATED)).isEqualByComparingTo("1");
        assertThat(paper.lines().getFirst().done(Step.SHIPPED)).isEqualByComparingTo("1");
        assertThat(documents().chain(batch.document())).extracting(Link::byNumber).contains("SV-000001");
        assertThat(cases().history(one.document())).extracting(each -> each.action() + each.stage())
            .containsExactly("opened0", "stage3", "stage4", "delivered0");
        assertThat(documents().trail(one.document())).extracting(DocumentEvent::action).contains("stage done",
            "delivered");
        assertThat(cases().list(Optional.empty(), true, 10)).isEmpty();
        assertThat(cases().list(Optional.of(CODE), false, 10))
            .containsExactly(cases().get(one.document()).orElseThrow());
    }

    @Test
    void withoutAStoredUnitAllStagesAreDoneOnDemand() {
        receive("PAPER", 10, "1");
        receive("STAMP", 10, "1");
        approved(2, stages());
        assertThat(codes(cases().open(storedOnly()))).containsExactly("NO_STORED_UNIT");
        ServiceCase one = opened();
        assertThat(one.ahead()).isZero();
        assertThat(one.unit()).isEmpty();
        ServiceCase collected = done(one.document(), "COLLECT").value();
        assertThat(states(collected)).as("the draft was written at once").containsExactly(StageState.DONE,
            StageState.DONE, StageState.READY, StageState.WAITING);
        assertThat(documents().attachments(one.document())).hasSize(1);
        assertThat(cases().files(one.document())).singleElement()
            .satisfies(file -> assertThat(file.ahead()).isFalse());
        done(one.document(), "NAME").value();
        done(one.document(), "SIGN").value();
        cases().deliver(key(), one.document(), now()).value();
        assertThat(onHand("B1", "PAPER")).isEqualByComparingTo("8");
        assertThat(onHand("B1", "STAMP")).isEqualByComparingTo("9");
    }

    @Test
    void whatExpiresFirstIsTakenFirstAndNeverWhatHasExpired() {
        stock(1);
        later(Duration.ofDays(3));
        Batch second = prepared(3);
        ServiceCase first = opened();
        assertThat(first.unit().orElseThrow().lot()).isEqualTo("SP-000001");
        cases().cancel(new Cancel(key(), first.document(), false, "gone", now())).value();
        later(Duration.ofDays(8));
        assertThat(opened().unit().orElseThrow().lot()).as("the first one expired yesterday").isEqualTo(second.lot());
        later(Duration.ofDays(2));
        assertThat(opened().unit()).as("on its last day it can be used").isPresent();
        later(Duration.ofDays(1));
        assertThat(opened().unit()).isEmpty();
    }

    @Test
    void ofTwentyClerksOneGetsTheLastUnit() throws Exception {
        stock(1);
        List<Arrival> arrivals = java.util.stream.IntStream.range(0, 20).mapToObj(i -> storedOnly()).toList();
        List<Outcome<ServiceCase>> outcomes = Together.run(20, i -> () -> cases().open(arrivals.get(i)));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(one -> !one.isDone())
            .allMatch(one -> codes(one).equals(List.of("NO_STORED_UNIT")));
        assertThat(warehouse.reserved("Q1", "DRAFT")).isEqualByComparingTo("1");
        assertThat(warehouse.rows("service_case")).isEqualTo(1);
    }

    @Test
    void theOthersOfTwentyClerksDoItOnDemand() throws Exception {
        stock(1);
        List<Arrival> arrivals = java.util.stream.IntStream.range(0, 20).mapToObj(i -> arrival()).toList();
        List<Outcome<ServiceCase>> outcomes = Together.run(20, i -> () -> cases().open(arrivals.get(i)));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes).filteredOn(one -> one.value().unit().isPresent()).hasSize(1);
    }

    @Test
    void theSameKeyByTwentyClerksIsOneCase() throws Exception {
        stock(5);
        Arrival arrival = arrival();
        List<Outcome<ServiceCase>> outcomes = Together.run(20, i -> () -> cases().open(arrival));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(one -> one.value().number()).distinct()).hasSize(1);
        ServiceCase one = outcomes.getFirst().value();
        StageResult named = new StageResult("n", one.document(), "NAME", "", Map.of("insurer", "AXA"), now());
        assertThat(Together.run(10, i -> () -> cases().done(named))).allMatch(Outcome::isDone);
        StageResult signed = StageResult.of("s", one.document(), "SIGN", "signed", now());
        assertThat(Together.run(10, i -> () -> cases().done(signed))).allMatch(Outcome::isDone);
        assertThat(Together.run(10, i -> () -> cases().deliver("d", one.document(), named.effective())))
            .allMatch(Outcome::isDone);
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("4");
        assertThat(onHand("B1", "STAMP")).isEqualByComparingTo("999");
        assertThat(codes(cases().open(new Arrival(arrival.key(), CODE, customer, "other", false, Map.of(), now()))))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(codes(cases().done(StageResult.of("s", one.document(), "SIGN", "other", now()))))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(codes(cases().deliver("d2", one.document(), now()))).containsExactly("NOT_IN_THIS_STATE");
    }

    @Test
    void aCancelledCaseGivesItsUnitBackOrThrowsItAway() {
        stock(2);
        ServiceCase first = opened();
        assertThat(codes(cases().cancel(new Cancel(key(), first.document(), false, "", now()))))
            .containsExactly("REASON_MISSING");
        Cancel back = new Cancel(key(), first.document(), false, "moved away", now());
        ServiceCase cancelled = cases().cancel(back).value();
        assertThat(cases().cancel(back).value()).isEqualTo(cancelled);
        assertThat(cancelled.state()).isEqualTo(ServiceCase.State.CANCELLED);
        assertThat(warehouse.reserved("Q1", "DRAFT")).isZero();
        ServiceCase second = opened();
        assertThat(second.unit().orElseThrow().unit()).as("it is the unit that came back").isEqualTo(1);
        cases().cancel(new Cancel(key(), second.document(), true, "spoilt", now())).value();
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("1");
        Batch batch = preparations().get(second.unit().orElseThrow().batch()).orElseThrow();
        assertThat(batch.each().getFirst().state()).isEqualTo(UnitState.SCRAPPED);
        assertThat(batch.each().getFirst().reason()).isEqualTo("spoilt");
        Document paper = documents().get(batch.document()).orElseThrow();
        assertThat(paper.lines().getFirst().done(Step.ALLOCATED)).isZero();
        assertThat(paper.lines().getFirst().done(Step.CANCELLED)).isEqualByComparingTo("1");
    }

    @Test
    void aUnitThatExpiredMeanwhileCannotGoBack() {
        stock(1);
        ServiceCase one = opened();
        later(Duration.ofDays(11));
        Outcome<ServiceCase> refused = cases().cancel(new Cancel(key(), one.document(), false, "late", now()));
        assertThat(refused.refusals().getFirst().sentence())
            .isEqualTo("The unit of the lot 'SP-000001' expired on 2026-01-25");
        cases().cancel(new Cancel(key(), one.document(), true, "late", now())).value();
        assertThat(onHand("Q1", "DRAFT")).isZero();
    }

    @Test
    void whatSomebodyReleasedByHandIsTakenFromTheSameLot() {
        stock(1);
        ServiceCase one = ready();
        warehouse.reservations().release(warehouse.reservations().list().getFirst().id()).value();
        cases().deliver(key(), one.document(), now()).value();
        assertThat(onHand("Q1", "DRAFT")).isZero();
    }

    @Test
    void aUnitThatIsGoneIsToldAndNothingIsDelivered() {
        stock(1);
        ServiceCase one = ready();
        warehouse.reservations().release(warehouse.reservations().list().getFirst().id()).value();
        warehouse.ledger().post(warehouse.request(key(),
            warehouse.line("Q1", "SCRAP", "DRAFT", 1).withLot("SP-000001"))).value();
        assertThat(codes(cases().deliver(key(), one.document(), now()))).containsExactly("UNIT_GONE");
        assertThat(cases().get(one.document()).orElseThrow().state()).isEqualTo(ServiceCase.State.READY);
        cases().cancel(new Cancel(key(), one.document(), false, "lost", now())).value();
    }

    @Test
    void aStageWhoseMaterialIsMissingIsNotDone() {
        receive("PAPER", 10, "1");
        approved(2, stages());
        prepared(1);
        ServiceCase one = opened();
        done(one.document(), "NAME").value();
        assertThat(codes(done(one.document(), "SIGN"))).containsExactly("TOO_LITTLE_MATERIAL");
        assertThat(cases().get(one.document()).orElseThrow().next().orElseThrow().stage().code()).isEqualTo("SIGN");
        receive("STAMP", 1, "1");
        assertThat(done(one.document(), "SIGN").isDone()).isTrue();
    }

    @Test
    void automationThatFailsIsToldAndCanBeRunAgainOrDoneByHand() {
        approved(0, List.of(stages().get(1), stages().get(2)));
        writer.breaks = true;
        ServiceCase one = opened();
        assertThat(one.next().orElseThrow().stage().performer()).isEqualTo(Performer.AUTOMATION);
        assertThat(documents().trail(one.document())).extracting(DocumentEvent::action).contains("stage failed");
        assertThat(documents().inbox()).extracting(Task::topic).containsExactly("service.run");
        assertThat(codes(cases().run(one.document()))).containsExactly("AUTOMATION_FAILED");
        ServiceCase other = opened();
        assertThat(codes(cases().done(StageResult.of(key(), other.document(), "DRAFT", "", now()))))
            .containsExactly("SUMMARY_MISSING");
        assertThat(cases().done(StageResult.of(key(), other.document(), "DRAFT", "typed", now())).value().stages()
            .getFirst().result()).isEqualTo("typed");
        Cases.Ran none = cases().runAll(Progress.NONE).value();
        assertThat(none.cases()).isZero();
        assertThat(none.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.sentence()).contains("DRAFT").contains("is disabled because it failed 3 times");
            assertThat(refusal.hint()).contains("Enable it again");
            assertThat(refusal.toString()).startsWith(one.number() + ": ");
        });
        writer.breaks = false;
        assertThat(cases().runAll(Progress.NONE).value().cases()).as("it is not called any more").isZero();
        enable();
        assertThat(cases().runAll(Progress.NONE).value().cases()).isEqualTo(1);
        assertThat(cases().get(one.document()).orElseThrow().stages().getFirst().result()).isEqualTo("drafted");
    }

    @Test
    void whateverAProgramSaysOfItsFailureTheCaseIsThere() {
        approved(0, List.of(stages().get(1), stages().get(2)));
        writer.breaks = true;
        writer.trouble = "no\uD800ink";
        ServiceCase one = opened();
        assertThat(documents().trail(one.document())).extracting(DocumentEvent::detail)
            .anyMatch(detail -> detail.startsWith("AUTOMATION_FAILED") && detail.contains("no\uFFFDink"));
    }

    @Test
    void openCasesComeByWhenTheyAreDueAndThenTheLastOnesThatEnded() {
        approved(0, stages());
        ServiceCase first = opened();
        later(Duration.ofMinutes(1));
        ServiceCase second = opened();
        later(Duration.ofMinutes(1));
        ServiceCase third = opened();
        ServiceCase fourth = opened();
        for (ServiceCase one : List.of(second, first)) {
            later(Duration.ofMinutes(1));
            cases().cancel(new Cancel(key(), one.document(), false, "x", now())).value();
        }
        assertThat(cases().list(Optional.empty(), false, 3)).extracting(ServiceCase::number)
            .containsExactly(third.number(), fourth.number(), first.number());
        assertThat(cases().list(Optional.of(CODE), true, 9)).extracting(ServiceCase::number)
            .containsExactly(third.number(), fourth.number());
    }

    @Test
    void whatCannotBeOpenedIsRefused() {
        approved(2, stages());
        assertThat(codes(cases().open(Arrival.of("a", "OTHER", customer, now()))))
            .containsExactly("NO_TEMPLATE_THAT_DAY");
        assertThat(codes(cases().open(Arrival.of("", CODE, PartnerId.SELF, now())))).containsExactly("BAD_KEY",
            "NOT_A_CUSTOMER");
        assertThat(codes(cases().open(Arrival.of("a", CODE, customer, now().plusSeconds(1)))))
            .containsExactly("IN_THE_FUTURE");
        assertThat(codes(cases().run(new org.stockwright.documents.DocumentId(3)))).containsExactly("UNKNOWN_CASE");
        ServiceCase one = opened();
        assertThat(codes(cases().done(StageResult.of("b", one.document(), "COLLECT", "", Instant.EPOCH))))
            .containsExactly("BAD_TIME");
        assertThat(codes(cases().done(StageResult.of("b", one.document(), "COLLECT", "x".repeat(501), now()))))
            .containsExactly("BAD_WORDS");
        assertThat(warehouse.rows("service_case")).isEqualTo(1);
    }

    @Test
    void whatIsDoneAheadToItsEndIsDeliveredAtOnce() {
        receive("PAPER", 10, "1");
        approved(2, stages().subList(0, 2));
        prepared(1);
        ServiceCase one = opened();
        assertThat(one.state()).isEqualTo(ServiceCase.State.READY);
        assertThat(one.next()).isEmpty();
        assertThat(one.promised()).as("nothing is left to wait for").isEqualTo(one.arrived());
        assertThat(codes(done(one.document(), "DRAFT"))).containsExactly("NOT_ITS_TURN");
        assertThat(cases().deliver(key(), one.document(), now()).value().ended()).contains(now());
        ServiceCase all = opened();
        assertThat(all.ahead()).as("no unit is left: all stages are done on demand").isZero();
        assertThat(all.next().orElseThrow().stage().code()).isEqualTo("COLLECT");
    }

    @Test
    void nothingIsDatedBeforeWhatPeopleDidUntilThen() {
        stock(1);
        ServiceCase one = opened();
        later(Duration.ofHours(2));
        assertThat(cases().done(new StageResult(key(), one.document(), "NAME", "", Map.of("insurer", "AXA"),
            now().minus(Duration.ofHours(1)))).isDone()).isTrue();
        Instant early = now().minus(Duration.ofMinutes(61));
        assertThat(codes(cases().done(StageResult.of(key(), one.document(), "SIGN", "", early))))
            .containsExactly("BAD_TIME");
        done(one.document(), "SIGN").value();
        Outcome<ServiceCase> late = cases().deliver(key(), one.document(), now().minus(Duration.ofMinutes(1)));
        assertThat(codes(late)).as("it would have been delivered before it was signed").containsExactly("BAD_TIME");
        assertThat(late.refusals().getFirst().hint()).isNotEmpty();
        assertThat(codes(cases().cancel(new Cancel(key(), one.document(), false, "x", early))))
            .containsExactly("BAD_TIME");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("1");
        assertThat(cases().deliver(key(), one.document(), now()).isDone()).isTrue();
    }

    @Test
    void aUnitDoesNotLeaveItsLotBeforeItWasMade() {
        Instant came = now();
        later(Duration.ofHours(3));
        stock(2);
        ServiceCase one = cases().open(Arrival.of(key(), CODE, customer, came)).value();
        assertThat(one.unit()).isPresent();
        Instant between = came.plus(Duration.ofHours(1));
        cases().done(new StageResult(key(), one.document(), "NAME", "", Map.of("insurer", "AXA"), between)).value();
        Outcome<ServiceCase> early = cases().cancel(new Cancel(key(), one.document(), true, "x", between));
        assertThat(codes(early)).containsExactly("BAD_TIME");
        assertThat(early.refusals().getFirst().hint()).contains("finished");
        later(Duration.ofMinutes(1));
        done(one.document(), "SIGN").value();
        assertThat(cases().deliver(key(), one.document(), now()).isDone()).isTrue();
        ServiceCase other = cases().open(Arrival.of(key(), CODE, customer, came)).value();
        assertThat(cases().cancel(new Cancel(key(), other.document(), false, "never began", between)).isDone())
            .as("a unit that is given back moves nowhere").isTrue();
    }

    @Test
    void aCustomerWhoIsNotActiveOpensNoCaseAndWhoAsksAgainGetsHis() {
        stock(1);
        Arrival arrival = arrival();
        ServiceCase one = cases().open(arrival).value();
        world.service(org.stockwright.catalog.Partners.class)
            .saveAll(List.of(new org.stockwright.catalog.Partners.Draft("C1", "Clara",
                java.util.Set.of(org.stockwright.catalog.Partner.Role.CUSTOMER), Optional.empty(), false)))
            .value();
        assertThat(cases().open(arrival).value()).isEqualTo(one);
        Outcome<ServiceCase> refused = cases().open(arrival());
        assertThat(codes(refused)).containsExactly("NOT_A_CUSTOMER");
        assertThat(refused.refusals().getFirst().hint()).isNotEmpty();
        assertThat(warehouse.rows("service_case")).isEqualTo(1);
    }

    @Test
    void aUnitOfAnEarlierVersionIsUsedUp() {
        stock(2);
        later(Duration.ofDays(1));
        approved(1, stages(), TODAY.plusDays(1));
        ServiceCase fits = opened();
        assertThat(fits.version()).as("its stages are the first ones of the new version").isEqualTo(2);
        assertThat(fits.ahead()).isEqualTo(2);
        later(Duration.ofDays(1));
        approved(1, List.of(stages().get(3), stages().get(2)), TODAY.plusDays(2));
        ServiceCase own = opened();
        assertThat(own.version()).as("the new version begins otherwise").isEqualTo(1);
        assertThat(own.ahead()).isEqualTo(2);
        assertThat(opened().version()).isEqualTo(3);
    }

    @Test
    void automatedStagesAreRunInAUnitOfWorkThatBeganBefore() {
        approved(0, stages());
        receive("PAPER", 10, "0.1");
        Cases.Arrival arrival = arrival();
        world.clock().tick(Duration.ofMillis(1));
        ServiceCase one = warehouse.work().together(() -> cases().open(arrival)
            .then(opened -> cases().done(Cases.StageResult.of(key(), opened.document(), "COLLECT", "done",
                arrival.arrived()))),
            true).value();
        assertThat(one.next().orElseThrow().stage().code()).as("the draft was written").isEqualTo("NAME");
    }

}
