package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.spi.StockStep.Keep;
import org.stockwright.ledger.spi.StockStep.Take;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents of other areas that move and hold stock in one unit of work with their own rows. */
class StockWorkTest extends LedgerWorld {

    private StockWork stockWork;

    private int test;
    private String a = "";
    private String b = "";
    private String one = "";
    private String two = "";
    private String pack = "";

    @BeforeEach
    void stock() {
        test++;
        a = "SW-A" + test;
        b = "SW-B" + test;
        one = "SW-1" + test;
        two = "SW-2" + test;
        pack = "SW-P" + test;
        warehouse.items(a, b);
        warehouse.bins(one, two, pack);
        post(warehouse.request("sw-in" + test, warehouse.line("SUPPLIER", one, a, 10),
            warehouse.line("SUPPLIER", two, b, 5))).value();
        stockWork = world.service(StockWork.class);
    }

    private Outcome<PostingReceipt> post(PostingRequest request) {
        return world.service(org.stockwright.ledger.Ledger.class).post(request);
    }

    private Reservations.Request hold(String key, String item, String place, long pieces) {
        return new Reservations.Request(key, warehouse.itemOf(item), warehouse.place(place).id(), "", PartnerId.SELF,
            MovementLine.AVAILABLE, Quantity.of(pieces, Warehouse.PCS), "SO-1", Optional.empty());
    }

    @Test
    void stockOfManyLinesIsHeldTogetherOrNotAtAll() {
        Outcome<List<ReservationView>> tooMuch = stockWork.write(step -> step
            .hold(
                List.of(hold("k1", a, one, 6), hold("k2", b, two, 6), hold("k3", a, one, 3))));
        assertThat(tooMuch.refusals()).extracting(Refusal::code).containsExactly(LedgerRefusal.NOT_ENOUGH_FREE);
        assertThat(tooMuch.refusals().getFirst().place().line()).isEqualTo(2);
        assertThat(warehouse.reserved(one, a)).isZero();
        List<ReservationView> held = stockWork.write(step -> step
            .hold(List.of(hold("k1", a, one, 6), hold("k2", b, two, 5), hold("k3", a, one, 3))))
            .value();
        assertThat(held).extracting(ReservationView::key).containsExactly("k1", "k2", "k3");
        assertThat(warehouse.reserved(one, a)).isEqualByComparingTo("9");
        assertThat(stockWork.write(step -> step.hold(List.of(hold("k1", a, one, 6)))).value())
            .isEqualTo(List.of(held.getFirst()));
    }

    @Test
    void whatIsPickedStaysHeldWhereItArrives() {
        List<ReservationView> held = stockWork.write(step -> step
            .hold(List.of(hold("p1", a, one, 4), hold("p2", b, two, 2)))).value();
        PostingRequest pick = warehouse.request("pick-1", warehouse.line(one, pack, a, 3),
            warehouse.line(two, pack, b, 2));
        List<Take> takes = List.of(Take.of(held.get(0).id(), new BigDecimal(3)), Take.all(held.get(1).id()));
        List<Keep> keeps = List.of(new Keep(1, "p1'", "SO-1", Optional.empty()),
            new Keep(2, "p2'", "SO-1", Optional.empty()));
        stockWork.write(step -> step.post(pick, takes, keeps)).value();
        assertThat(warehouse.reserved(one, a)).isEqualByComparingTo("1");
        assertThat(warehouse.reserved(pack, a)).isEqualByComparingTo("3");
        assertThat(warehouse.reserved(pack, b)).isEqualByComparingTo("2");
        assertThat(post(warehouse.request("thief", warehouse.line(pack, "CUSTOMER", a, 1))).refusals())
            .extracting(Refusal::code).containsExactly(LedgerRefusal.WOULD_GO_NEGATIVE);
        assertThat(stockWork.write(step -> step.post(pick, takes, keeps)).value().repeated()).isTrue();
        Outcome<PostingReceipt> again = stockWork.write(step -> step.post(
            warehouse.request("pick-2", warehouse.line(one, pack, a, 2)),
            List.of(Take.of(held.get(0).id(), new BigDecimal(2))), List.of()));
        assertThat(again.refusals()).extracting(Refusal::code).containsExactly(LedgerRefusal.RESERVATION_DOES_NOT_FIT);
    }

    @Test
    void aRefusedStepStoresNothingAndDrawsNoNumber() {
        Outcome<String> refused = stockWork.write(step -> {
            step.hold(List.of(hold("r1", a, one, 4))).value();
            step.number("SW");
            return Outcome.refused(LedgerRefusal.NO_LINES);
        });
        assertThat(refused.isDone()).isFalse();
        assertThat(warehouse.reserved(one, a)).isZero();
        assertThat(stockWork.attempt(step -> Outcome.done(step.number("SW") + step.number("SW"))).value())
            .isEqualTo("SW-000001SW-000002");
    }

    @Test
    void whatIsGivenBackIsFreeAgain() {
        ReservationView held = stockWork.write(step -> step.hold(List.of(hold("g1", a, one, 8)))).value()
            .getFirst();
        stockWork.write(step -> {
            step.release(List.of(Take.of(held.id(), new BigDecimal(5))));
            return Outcome.done(Boolean.TRUE);
        }).value();
        assertThat(warehouse.reserved(one, a)).isEqualByComparingTo("3");
        stockWork.write(step -> {
            step.release(List.of(Take.all(held.id())));
            return Outcome.done(Boolean.TRUE);
        }).value();
        assertThat(warehouse.reserved(one, a)).isZero();
    }

    @Test
    void twentyClerksHoldExactlyWhatIsThere() throws Exception {
        AtomicInteger won = new AtomicInteger();
        List<Thread> clerks = IntStream.range(0, 20).mapToObj(i -> Thread.ofPlatform().unstarted(() -> {
            if (stockWork.write(step -> step.hold(List.of(hold("c" + i, a, one, 1)))).isDone()) {
                won.incrementAndGet();
            }
        })).toList();
        clerks.forEach(Thread::start);
        for (Thread clerk : clerks) {
            clerk.join();
        }
        assertThat(won).hasValue(10);
        assertThat(warehouse.reserved(one, a)).isEqualByComparingTo("10");
    }

}
