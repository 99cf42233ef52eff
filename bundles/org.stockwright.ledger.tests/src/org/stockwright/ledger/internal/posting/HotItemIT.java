package org.stockwright.ledger.internal.posting;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody wants the same item of the same place. */
class HotItemIT extends LedgerWorld {

    private static final int CLERKS = 32;
    private static final int EACH = 10;

    @Test
    void ofTwentyThatTakeFromTenUnitsExactlyTenSucceed() throws InterruptedException {
        warehouse.items("TEN");
        receive("TEN", 10);
        List<Outcome<PostingReceipt>> outcomes = Together.run(20, i -> () -> warehouse.ledger()
            .post(warehouse.request("TEN" + i, warehouse.line("MAIN", "CUSTOMER", "TEN", 1))));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(10);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())
            .map(refusal -> refusal.code().name())).hasSize(10).containsOnly("WOULD_GO_NEGATIVE");
    }

    @Test
    void ofTwentyThatReserveTenUnitsExactlyTenSucceed() throws InterruptedException {
        warehouse.items("HOLD");
        receive("HOLD", 10);
        List<Outcome<ReservationView>> outcomes = Together.run(20,
            i -> () -> warehouse.reservations().hold(new Reservations.Request("HOLD" + i, warehouse.itemOf("HOLD"),
                warehouse.place("MAIN").id(), "", PartnerId.SELF, MovementLine.AVAILABLE,
                Quantity.of(1, Warehouse.PCS), "order " + i, Optional.empty())));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(10);
        assertThat(outcomes.stream().flatMap(outcome -> outcome.refusals().stream())
            .map(refusal -> refusal.code().name())).hasSize(10).containsOnly("NOT_ENOUGH_FREE");
        assertThat(warehouse.reserved("MAIN", "HOLD")).isEqualByComparingTo("10");
    }

    @Test
    void thirtyTwoClerksOnOneItemAllGetTheirTurn() throws InterruptedException {
        warehouse.items("HOT");
        receive("HOT", CLERKS * EACH / 2);
        long start = System.nanoTime();
        List<Integer> done = Together.run(CLERKS, clerk -> () -> {
            int mine = 0;
            for (int i = 0; i < EACH; i++) {
                mine += warehouse.ledger().post(warehouse.request("HOT" + clerk + "-" + i,
                    warehouse.line("MAIN", "CUSTOMER", "HOT", 1))).isDone() ? 1 : 0;
            }
            return mine;
        });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("hot item: %d documents by %d clerks in %d ms%n", CLERKS * EACH, CLERKS, took.toMillis());
        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(CLERKS * EACH / 2);
        assertThat(warehouse.onHand("MAIN", "HOT")).isEqualByComparingTo("0");
    }

    private void receive(String item, long pieces) {
        warehouse.ledger().post(warehouse.request("RECEIVE-" + item,
            warehouse.line("SUPPLIER", "MAIN", item, pieces))).value();
    }

}
