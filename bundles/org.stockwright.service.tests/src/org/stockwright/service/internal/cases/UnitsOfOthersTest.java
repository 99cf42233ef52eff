package org.stockwright.service.internal.cases;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.internal.stock.WorkWorld;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class UnitsOfOthersTest extends WorkWorld {

    @Test
    void aUnitThatSomebodyOnlyTriesToHoldIsNotPassedOver() throws Exception {
        receive("PAPER", 100, "1");
        approved(2, stages());
        Batch batch = prepared(1);
        Reservations.Request hold = new Reservations.Request("tried", batch.item(), warehouse.place("Q1").id(),
            batch.lot(), PartnerId.SELF, MovementLine.AVAILABLE, Quantity.of(1, Warehouse.PCS), "try",
            Optional.empty());
        Arrival arrival = arrival();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService others = Executors.newFixedThreadPool(2)) {
            Future<Outcome<List<ReservationView>>> trying = others
                .submit(() -> world.service(StockWork.class).attempt(step -> {
                    Outcome<List<ReservationView>> outcome = step.hold(List.of(hold));
                    held.countDown();
                    try {
                        go.await(30, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return outcome;
                }));
            held.await();
            Future<Outcome<ServiceCase>> opening = others.submit(() -> cases().open(arrival));
            // time to read what is not stored
            for (int i = 0; i < 50 && !opening.isDone(); i++) {
                Thread.sleep(20);
            }
            go.countDown();
            assertThat(trying.get().value()).hasSize(1);
            assertThat(opening.get().value().unit()).isPresent();
        }
        assertThat(warehouse.reserved("Q1", "DRAFT")).isEqualByComparingTo("1");
    }

}
