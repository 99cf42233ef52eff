package org.stockwright.ledger.internal.posting;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** Sending the same again is harmless, however often, at once or later, alone or in bulk. */
class IdempotenceIT extends LedgerWorld {

    @Test
    void theSameHundredTimesIsOneDocument() {
        warehouse.items("HUNDRED");
        PostingRequest request = warehouse.request("H100", warehouse.line("SUPPLIER", "MAIN", "HUNDRED", 3));
        PostingReceipt first = warehouse.ledger().post(request).value();
        assertThat(first.repeated()).isFalse();
        for (int i = 0; i < 99; i++) {
            PostingReceipt again = warehouse.ledger().post(request).value();
            assertThat(again.repeated()).isTrue();
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.firstSeq()).isEqualTo(first.firstSeq());
            assertThat(again.recorded()).isEqualTo(first.recorded());
        }
        assertThat(warehouse.onHand("MAIN", "HUNDRED")).isEqualByComparingTo("3");
    }

    @Test
    void eightAndSixteenThreadsWithTheSameKeyPostOnce() throws InterruptedException {
        warehouse.items("SAME");
        for (int threads : new int[] { 8, 16 }) {
            PostingRequest request = new PostingRequest("SAME" + threads, world.clock().instant(),
                List.of(warehouse.line("SUPPLIER", "MAIN", "SAME", 1)), "", "", "SAME");
            List<Outcome<PostingReceipt>> outcomes = Together.run(threads,
                i -> () -> warehouse.ledger().post(request));
            assertThat(outcomes).allMatch(Outcome::isDone);
            assertThat(outcomes.stream().filter(outcome -> !outcome.value().repeated())).hasSize(1);
            assertThat(outcomes.stream().map(outcome -> outcome.value().number()).distinct()).hasSize(1);
        }
        assertThat(warehouse.onHand("MAIN", "SAME")).isEqualByComparingTo("2");
    }

    @Test
    void sixteenThreadsThatTakeTheLastPieceByOneKeyAllHearThatItWasTaken() throws InterruptedException {
        warehouse.items("LAST", "FIRST");
        warehouse.ledger().post(warehouse.request("LAST", warehouse.line("SUPPLIER", "MAIN", "LAST", 2),
            warehouse.line("SUPPLIER", "MAIN", "FIRST", 100))).value();
        warehouse.ledger().post(warehouse.request("ONE", warehouse.line("MAIN", "CUSTOMER", "LAST", 1))).value();
        // the other line must not be taken again by those who come too late for the last piece
        PostingRequest request = warehouse.request("TAKE", warehouse.line("MAIN", "CUSTOMER", "FIRST", 1),
            warehouse.line("MAIN", "CUSTOMER", "LAST", 1));
        List<Outcome<PostingReceipt>> outcomes = Together.run(16, i -> () -> warehouse.ledger().post(request));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(warehouse.onHand("MAIN", "FIRST")).isEqualByComparingTo("99");
        warehouse.ledger().post(warehouse.request("MORE", warehouse.line("SUPPLIER", "MAIN", "LAST", 1))).value();
        Reservations.Request hold = new Reservations.Request("KEEP", warehouse.itemOf("LAST"),
            warehouse.place("MAIN").id(), "", PartnerId.SELF, MovementLine.AVAILABLE,
            Quantity.of(1, Warehouse.PCS), "order", Optional.empty());
        List<Outcome<ReservationView>> held = Together.run(16, i -> () -> warehouse.reservations().hold(hold));
        assertThat(held).allMatch(Outcome::isDone);
        assertThat(held.stream().map(outcome -> outcome.value().id()).distinct()).hasSize(1);
        PostingRequest pick = warehouse.request("PICK", warehouse.line("MAIN", "CUSTOMER", "LAST", 1));
        assertThat(Together.run(16, i -> () -> warehouse.reservations().post(held.getFirst().value().id(), pick)))
            .allMatch(Outcome::isDone);
        assertThat(warehouse.onHand("MAIN", "LAST")).isEqualByComparingTo("0");
    }

    @Test
    void sixteenThreadsWithOneKeyAndSixteenContentsPostOneOfThem() throws InterruptedException {
        warehouse.items("OTHER");
        List<Outcome<PostingReceipt>> outcomes = Together.run(16, i -> () -> warehouse.ledger()
            .post(warehouse.request("OTHER", warehouse.line("SUPPLIER", "MAIN", "OTHER", i + 1L))));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())
            .map(refusal -> refusal.code().name())).hasSize(15).containsOnly("KEY_REUSED_WITH_OTHER_CONTENT");
    }

    @Test
    void sixteenThreadsBringTheSameSerialNumberInOnce() throws InterruptedException {
        warehouse.item("ENGINE", Warehouse.PCS, Tracking.SERIAL, "");
        warehouse.bins(IntStream.range(0, 16).mapToObj(i -> "E" + i).toArray(String[]::new));
        for (int round = 0; round < 2; round++) {
            // the first round makes the serial number, the second brings back one that is known
            String from = round == 0 ? "SUPPLIER" : "CUSTOMER";
            int now = round;
            List<Outcome<PostingReceipt>> outcomes = Together.run(16, i -> () -> warehouse.ledger().post(
                warehouse.request("SER" + now + "-" + i, warehouse.line(from, "E" + i, "ENGINE", 1).withLot("X1"))));
            assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())
                .map(refusal -> refusal.code().name())).hasSize(15).containsOnly("SERIAL_ON_HAND_ALREADY");
            int winner = IntStream.range(0, 16).filter(i -> outcomes.get(i).isDone()).findFirst().orElseThrow();
            MovementLine out = warehouse.line("E" + winner, "CUSTOMER", "ENGINE", 1).withLot("X1");
            warehouse.ledger().post(warehouse.request("SOLD" + round, out)).value();
        }
    }

    @Test
    void sixteenThreadsReverseOnce() throws InterruptedException {
        warehouse.items("UNDO");
        warehouse.ledger().post(warehouse.request("UNDO", warehouse.line("SUPPLIER", "MAIN", "UNDO", 1))).value();
        List<Outcome<PostingReceipt>> outcomes = Together.run(16,
            i -> () -> warehouse.ledger().reverse("UNDO", "UNDO-R" + i, Optional.empty(), "wrong"));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(1);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())
            .map(refusal -> refusal.code().name())).hasSize(15).containsOnly("REVERSED_ALREADY");
    }

    @Test
    void aFileThatIsSentTwiceOrHalfwayPostsWhatIsMissing() {
        warehouse.items("FILE");
        List<PostingRequest> file = IntStream.range(0, 1_200).mapToObj(i -> warehouse.request("FILE" + i,
            warehouse.line("SUPPLIER", "MAIN", "FILE", 1))).toList();
        BulkResult half = warehouse.ledger().postAll(file.subList(0, 700), BulkMode.ALL_OR_NOTHING, Progress.NONE);
        assertThat(half.posted()).isEqualTo(700);
        BulkResult all = warehouse.ledger().postAll(file, BulkMode.ALL_OR_NOTHING, Progress.NONE);
        assertThat(all.posted()).isEqualTo(500);
        assertThat(all.repeated()).isEqualTo(700);
        assertThat(all.refusals()).isEmpty();
        assertThat(warehouse.onHand("MAIN", "FILE")).isEqualByComparingTo("1200");
    }

}
