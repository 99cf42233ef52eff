package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Decision;
import org.stockwright.purchasing.Inspections.Extent;
import org.stockwright.purchasing.Inspections.Plan;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

/** The same is sent several times at once, since the first answer was late: it is done once, and every sender is told so. */
class ReceivedAtOnceTest {

    private static final int SENDERS = 12;

    @TempDir
    Path folder;

    private Docked docked;
    private Document order;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
        docked.warehouse().bins("A1");
        order = docked.buying().approved("o", docked.buying().line("BOLT", 10));
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private static void once(Callable<Outcome<Document>> sending) throws InterruptedException {
        List<Outcome<Document>> outcomes = Together.run(SENDERS, sender -> sending);
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().map(one -> one.value().id()).distinct()).hasSize(1);
    }

    private Document received() {
        return docked.receive("r", order, line("BOLT", 10)).receipt();
    }

    @Test
    void goodsAreReceivedAndTakenBackOnce() throws InterruptedException {
        Receipts.Request asked = Receipts.Request.against("r", order.id(), docked.now(), List.of(line("BOLT", 10)));
        once(() -> docked.receipts().receive(asked).map(Receipts.Received::receipt));
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isEqualByComparingTo("10");
        Reversal wrong = new Reversal("back", received().id(), docked.now(), "wrong");
        once(() -> docked.receipts().reverse(wrong));
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isZero();
    }

    @Test
    void anInspectionIsDecidedOnce() throws InterruptedException {
        docked.inspections().setPlans(List.of(new Plan(Optional.of(docked.buying().item("BOLT")), "",
            Optional.empty(), Extent.ALL, 1))).value();
        Inspections.Request asked = new Inspections.Request("q", docked.now(), List.of(new Decision(
            received().lines().getFirst().id(), BigDecimal.TEN, BigDecimal.ZERO, "")));
        once(() -> docked.inspections().decide(asked));
        assertThat(docked.onHand("DOCK", "BOLT", "AVAILABLE")).isEqualByComparingTo("10");
    }

    @Test
    void goodsArePutAwayOnce() throws InterruptedException {
        received();
        PutAway.Request asked = new PutAway.Request("p", docked.now(),
            List.of(new PutAway.Move(docked.atDock("BOLT", "", 10), docked.place("A1"), "", "")));
        once(() -> docked.putAway().store(asked).map(PutAway.Stored::document));
        assertThat(docked.warehouse().onHand("A1", "BOLT")).isEqualByComparingTo("10");
    }

    @Test
    void goodsGoBackToTheSupplierOnce() throws InterruptedException {
        Document receipt = received();
        SupplierReturns.Request asked = new SupplierReturns.Request("s", receipt.id(), docked.now(), "bent", "RMA-7",
            List.of(SupplierReturns.Line.of(receipt.lines().getFirst().id(), BigDecimal.valueOf(6))));
        once(() -> docked.returns().sendBack(asked));
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("4");
    }

}
