package org.stockwright.service.internal.stock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Failed;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.testkit.Together;
import org.stockwright.valuation.ProductionOrders;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreparationsTest extends WorkWorld {

    @Test
    void aBatchIsALotWithADayOfExpiryAndTheCostOfItsOrder() {
        receive("PAPER", 100, "0.25");
        approved(2, stages());
        Batch planned = preparations().plan(Plan.of(key(), CODE, 5)).value();
        assertThat(planned.state()).isEqualTo(Batch.State.PLANNED);
        assertThat(planned.number()).isEqualTo("SP-000001").isEqualTo(planned.lot());
        assertThat(documents().inbox()).extracting(Task::topic).containsExactly("service.prepare");
        assertThat(codes(finish(planned, List.of()))).containsExactly("NOT_IN_THIS_STATE");
        Batch begun = preparations().begin(planned.document(), Progress.NONE).value();
        assertThat(begun.state()).isEqualTo(Batch.State.IN_WORK);
        assertThat(onHand("B1", "PAPER")).as("nothing is used up before it is finished").isEqualByComparingTo("100");
        Batch done = finish(begun, List.of(new Failed(3, 1, "no diagnosis"))).value();
        assertThat(done.made()).isEqualTo(4);
        assertThat(done.expires()).as("the least validity of the two stages is 10 days").contains(TODAY.plusDays(10));
        assertThat(done.count(UnitState.FREE)).isEqualTo(4);
        assertThat(done.each().get(2).reason()).isEqualTo("no diagnosis");
        assertThat(onHand("B1", "PAPER")).isEqualByComparingTo("90");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("4");
        Document document = documents().get(done.document()).orElseThrow();
        assertThat(document.lines().getFirst().done(Step.ACCEPTED)).isEqualByComparingTo("4");
        assertThat(document.lines().getFirst().done(Step.REJECTED)).isEqualByComparingTo("1");
        assertThat(documents().attachments(done.document())).extracting(Attachment::name).hasSize(5)
            .contains("0001 draft.txt");
        // paper 10 × 0.25, collecting 5 × 1.50, drafting 4 × 0.10 are 10.40, or 2.60 for each of 4
        assertThat(value("DRAFT")).isEqualByComparingTo("10.40");
        assertThat(stored().lots(Optional.empty()).getFirst().unitCost().orElseThrow()).isEqualByComparingTo("2.6");
        assertThat(world.service(ProductionOrders.class).open()).isEmpty();
        tiesOut();
        assertThat(cases().history(done.document())).extracting(one -> one.action()).containsExactly("planned",
            "finished");
        assertThat(documents().inbox()).isEmpty();
    }

    private java.math.BigDecimal value(String item) {
        return world.service(Valuation.class).value(ValueQuery.all().of(warehouse.itemOf(item)), Progress.NONE)
            .getFirst().value();
    }

    private void tiesOut() {
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)).allMatch(TieOutRow::agrees);
    }

    @Test
    void whatNoUnitPassedIsACostVariance() {
        receive("PAPER", 100, "0.25");
        approved(1, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 2)).value();
        preparations().begin(batch.document(), Progress.NONE).value();
        Batch done = finish(batch, List.of(new Failed(1, 1, "torn"), new Failed(2, 1, "torn"))).value();
        assertThat(done.state()).isEqualTo(Batch.State.DONE);
        assertThat(done.expires()).isEmpty();
        assertThat(onHand("B1", "PAPER")).isEqualByComparingTo("96");
        assertThat(world.service(ProductionOrders.class).open()).isEmpty();
        assertThat(stored().lots(Optional.empty())).isEmpty();
        tiesOut();
    }

    @Test
    void stagesBehindAFailureAreNotDone() {
        receive("PAPER", 100, "1");
        receive("STAMP", 100, "1");
        approved(2, List.of(stages().getFirst(),
            stage("SIGN", org.stockwright.service.Performer.STAFF, "2", Optional.empty(), "", material("STAMP", "1")),
            stages().get(2)));
        Batch batch = preparations().plan(Plan.of(key(), CODE, 5)).value();
        preparations().begin(batch.document(), Progress.NONE).value();
        finish(batch, List.of(new Failed(5, 1, "a"), new Failed(4, 2, "b"))).value();
        assertThat(onHand("B1", "PAPER")).as("collected for 5").isEqualByComparingTo("90");
        assertThat(onHand("B1", "STAMP")).as("signed for 4").isEqualByComparingTo("96");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("3");
        // 10 + 4 of material, 5 × 1.50 + 4 × 2.00 of stages
        assertThat(value("DRAFT")).isEqualByComparingTo("29.5");
        tiesOut();
    }

    @Test
    void repeatingARequestChangesNothing() {
        receive("PAPER", 100, "1");
        approved(2, stages());
        Plan plan = new Plan("p", CODE, 2, Optional.of(now()), "L7", Map.of("doctor", "Dr. No"));
        Batch planned = preparations().plan(plan).value();
        assertThat(preparations().plan(plan).value()).isEqualTo(planned);
        assertThat(planned.lot()).isEqualTo("L7");
        assertThat(codes(preparations().plan(Plan.of("p", CODE, 3)))).containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        preparations().begin(planned.document(), Progress.NONE).value();
        int calls = writer.calls;
        preparations().begin(planned.document(), Progress.NONE).value();
        assertThat(writer.calls).as("all units are drafted already").isEqualTo(calls);
        Finish finish = new Finish("f", planned.document(), List.of(), now());
        Batch done = preparations().finish(finish).value();
        assertThat(preparations().finish(finish).value()).isEqualTo(done);
        assertThat(
            codes(preparations().finish(new Finish("f", planned.document(), List.of(new Failed(1, 1, "x")), now()))))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
        assertThat(codes(preparations().finish(new Finish("g", planned.document(), List.of(), now()))))
            .containsExactly("NOT_IN_THIS_STATE");
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("2");
        assertThat(new String(documents().content(documents().attachments(done.document()).getFirst().id())
            .orElseThrow(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("Dear Dr. No");
    }

    @Test
    void ofTwentyWhoSendTheSameBatchOneIsPlannedAndFinished() throws InterruptedException {
        receive("PAPER", 100, "1");
        approved(2, stages());
        Plan plan = new Plan("p", CODE, 2, Optional.of(now()), "L7", Map.of());
        List<Outcome<Batch>> planned = Together.run(20, sender -> () -> preparations().plan(plan));
        assertThat(planned).allSatisfy(one -> assertThat(one.refusals()).isEmpty());
        assertThat(planned.stream().map(one -> one.value().document()).distinct()).hasSize(1);
        Batch batch = planned.getFirst().value();
        preparations().begin(batch.document(), Progress.NONE).value();
        Finish finish = new Finish("f", batch.document(), List.of(), now());
        assertThat(Together.run(20, sender -> () -> preparations().finish(finish))).allMatch(Outcome::isDone);
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("2");
    }

    @Test
    void whatCannotBePlannedIsRefusedAndNothingIsStored() {
        assertThat(codes(preparations().plan(Plan.of("a", "NOTHING", 5)))).containsExactly("NO_TEMPLATE_THAT_DAY");
        approved(0, stages());
        assertThat(codes(preparations().plan(Plan.of("a", CODE, 5)))).containsExactly("NOTHING_AHEAD");
        assertThat(codes(preparations().plan(Plan.of("a", CODE, 0)))).containsExactly("BAD_UNITS");
        assertThat(codes(preparations().plan(Plan.of("", CODE, 1_001)))).containsExactly("BAD_UNITS", "BAD_KEY");
        assertThat(
            codes(preparations().plan(new Plan("a", CODE, 1, Optional.empty(), "x".repeat(65), Map.of("", "y")))))
            .containsExactly("BAD_WORDS", "BAD_WORDS");
        assertThat(warehouse.rows("document")).isZero();
    }

    @Test
    void aLotIsOneBatchOnly() {
        approved(1, stages());
        preparations().plan(new Plan("a", CODE, 1, Optional.empty(), "L1", Map.of())).value();
        assertThat(codes(preparations().plan(new Plan("b", CODE, 1, Optional.empty(), "L1", Map.of()))))
            .containsExactly("LOT_TAKEN");
        preparations().plan(new Plan("c", CODE, 1, Optional.empty(), "SP-000003", Map.of())).value();
        assertThat(codes(preparations().plan(Plan.of("d", CODE, 1)))).containsExactly("LOT_TAKEN");
    }

    @Test
    void whatCannotBeFinishedIsRefusedAndNothingMoves() {
        approved(2, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 3)).value();
        later(Duration.ofMinutes(1));
        preparations().begin(batch.document(), Progress.NONE).value();
        assertThat(codes(finish(batch, List.of(new Failed(4, 1, "x"), new Failed(1, 3, "x"), new Failed(2, 1, " "),
            new Failed(2, 1, "x"))))).containsExactly("UNKNOWN_UNIT", "UNKNOWN_STAGE", "REASON_MISSING", "UNIT_TWICE");
        Outcome<Batch> poor = finish(batch, List.of());
        assertThat(codes(poor)).containsExactly("TOO_LITTLE_MATERIAL");
        assertThat(poor.refusals().getFirst().sentence()).isEqualTo("6 PCS of PAPER are missing for SP-000001");
        assertThat(codes(preparations().finish(new Finish("z", batch.document(), List.of(), now().plusSeconds(1)))))
            .contains("IN_THE_FUTURE");
        assertThat(warehouse.rows("posting")).isZero();
        receive("PAPER", 6, "1");
        assertThat(finish(batch, List.of()).isDone()).isTrue();
    }

    @Test
    void automationGoesOnWhereItStopped() {
        receive("PAPER", 1_000, "1");
        approved(2, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 120)).value();
        writer.refusesFrom = 101;
        Outcome<Batch> stopped = preparations().begin(batch.document(), Progress.NONE);
        assertThat(codes(stopped)).containsExactly("BAD_NAME");
        assertThat(stopped.refusals().getFirst().place().line()).as("of the batch, not of the part").isEqualTo(101);
        assertThat(documents().attachments(batch.document())).as("two parts of 50 are kept").hasSize(100);
        Outcome<Batch> early = finish(batch, List.of());
        assertThat(early.refusals().getFirst().sentence()).isEqualTo("20 units lack the result of the stage 'DRAFT'");
        writer.refusesFrom = 0;
        writer.breaks = true;
        assertThat(codes(preparations().begin(batch.document(), Progress.NONE))).containsExactly("AUTOMATION_FAILED");
        writer.breaks = false;
        int calls = writer.calls;
        preparations().begin(batch.document(), Progress.NONE).value();
        assertThat(writer.calls).isEqualTo(calls + 1);
        assertThat(finish(batch, List.of()).value().made()).isEqualTo(120);
    }

    @Test
    void whatOfAResultCannotBeKeptIsToldWithItsUnit() {
        approved(2, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 60)).value();
        writer.longFrom = 55;
        Outcome<Batch> stopped = preparations().begin(batch.document(), Progress.NONE);
        assertThat(codes(stopped)).containsExactly("BAD_WORDS");
        assertThat(stopped.refusals().getFirst().place().line()).isEqualTo(55);
        assertThat(stopped.refusals().getFirst().hint()).isNotEmpty();
        assertThat(documents().attachments(batch.document())).as("nothing of the second part").hasSize(50);
        writer.longFrom = 0;
        assertThat(preparations().begin(batch.document(), Progress.NONE).isDone()).isTrue();
    }

    @Test
    void aCancelledRunKeepsWhatWasDone() {
        approved(2, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 120)).value();
        int[] checks = { 0 };
        Progress stops = Progress.silent(() -> {
            checks[0]++;
            return checks[0] > 1;
        });
        assertThatThrownBy(() -> preparations().begin(batch.document(), stops)).isInstanceOf(Progress.Cancelled.class);
        assertThat(documents().attachments(batch.document())).hasSize(50);
        preparations().begin(batch.document(), Progress.NONE).value();
        assertThat(documents().attachments(batch.document())).hasSize(120);
    }

    @Test
    void aBatchThatNobodyWantsIsCancelledOnce() {
        approved(2, stages());
        Batch batch = preparations().plan(Plan.of(key(), CODE, 3)).value();
        assertThat(codes(preparations().cancel(batch.document(), " "))).containsExactly("REASON_MISSING");
        Batch cancelled = preparations().cancel(batch.document(), "no demand").value();
        assertThat(cancelled.state()).isEqualTo(Batch.State.CANCELLED);
        assertThat(preparations().cancel(batch.document(), "no demand").value()).isEqualTo(cancelled);
        assertThat(documents().get(batch.document()).orElseThrow().lines().getFirst().done(Step.CANCELLED))
            .isEqualByComparingTo("3");
        assertThat(codes(preparations().begin(batch.document(), Progress.NONE))).containsExactly("NOT_IN_THIS_STATE");
        assertThat(preparations().list(Optional.of(CODE), true, 10)).isEmpty();
        assertThat(preparations().list(Optional.empty(), false, 10)).hasSize(1);
        assertThat(codes(preparations().cancel(new org.stockwright.documents.DocumentId(7), "x")))
            .containsExactly("UNKNOWN_BATCH");
    }

    @Test
    void quietHoursAreThoseInWhichTheLeastCustomersArrive() {
        approved(2, stages());
        // 14 units take 84 minutes of our staff: two hours
        Preparations.QuietTime none = preparations().quietTime(CODE, 14).value();
        assertThat(none.from()).isEqualTo(Instant.parse("2026-01-15T09:00:00Z"));
        assertThat(none.until()).isEqualTo(Instant.parse("2026-01-15T11:00:00Z"));
        for (String busy : List.of("2026-01-15T08:30:00Z", "2026-01-15T09:30:00Z", "2026-01-15T11:59:00Z")) {
            world.clock().set(Instant.parse(busy));
            opened();
        }
        world.clock().set(Instant.parse("2026-01-22T08:00:00Z"));
        Preparations.QuietTime quiet = preparations().quietTime(CODE, 14).value();
        assertThat(quiet.from()).as("cases came at 9 and 11 on that weekday").isEqualTo("2026-01-22T12:00:00Z");
        assertThat(quiet.arrivals()).isZero();
        assertThat(preparations().quietTime(CODE, 1).value().from()).isEqualTo("2026-01-22T10:00:00Z");
        assertThat(codes(preparations().quietTime(CODE, 100_000))).containsExactly("BATCH_TOO_LONG");
    }

}
