package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.PostingView;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.SupplierReturns.Line;
import org.stockwright.purchasing.SupplierReturns.Request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.orders.Buying.codes;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

class SupplierReturnsTest {

    @TempDir
    Path folder;

    private Docked docked;
    private Document order;
    private Document receipt;
    private DocumentLine received;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
        docked.warehouse().bins("A1");
        order = docked.buying().approved("o", docked.buying().line("BOLT", 100));
        receipt = docked.receive("r1", order, line("BOLT", 100).rejecting(BigDecimal.TEN, "", "bent")).receipt();
        received = receipt.lines().getFirst();
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private Outcome<Document> sendBack(String key, String reason, Line... lines) {
        return docked.returns()
            .sendBack(new Request(key, receipt.id(), docked.now(), reason, "RMA-7", List.of(lines)));
    }

    private Line of(long pieces) {
        return Line.of(received.id(), BigDecimal.valueOf(pieces));
    }

    @Test
    void rejectedGoodsGoBackFirstOnThePaperTheyCameBy() {
        docked.putAway().store(new org.stockwright.purchasing.PutAway.Request("p1", docked.now(),
            List.of(new Move(docked.atDock("BOLT", "", 85), docked.place("A1"), "", "")))).value();
        Document back = sendBack("s1", "bent", of(17)).value();
        assertThat(back.number()).isEqualTo("SR-000001");
        assertThat(back.state()).isEqualTo(States.CREDIT_EXPECTED);
        assertThat(back.lines()).extracting(one -> one.locationCode() + " " + one.quantity().amountText())
            .containsExactly("DOCK 10", "DOCK 5", "A1 2");
        assertThat(back.total()).isEqualByComparingTo("42.5");
        PostingView posting = docked.service(Ledger.class).find("s1:posting").orElseThrow();
        assertThat(posting.reference()).isEqualTo(receipt.number());
        assertThat(posting.movements()).extracting(one -> one.fromStatus() + " " + one.to())
            .containsExactly("BLOCKED SUPPLIER", "AVAILABLE SUPPLIER", "AVAILABLE SUPPLIER");
        assertThat(docked.buying().first(order).done(Step.RETURNED)).isEqualByComparingTo("17");
        assertThat(docked.warehouse().onHand("A1", "BOLT")).isEqualByComparingTo("83");
        assertThat(docked.returns().credited(back.id(), "CN-1").value().state()).isEqualTo(States.CREDITED);
        assertThat(codes(docked.returns().credited(back.id(), "CN-1")))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
    }

    @Test
    void noMoreGoesBackThanCameAndIsThere() {
        assertThat(codes(sendBack("s1", "bent", of(101)))).containsExactly(ReceivingRefusal.MORE_THAN_CAME);
        assertThat(codes(sendBack("s1", "bent", of(60), of(41)))).containsExactly(ReceivingRefusal.MORE_THAN_CAME);
        assertThat(codes(sendBack("s1", " ", of(1)))).containsExactly(ReceivingRefusal.REASON_MISSING);
        assertThat(codes(sendBack("s1", "bent", new Line(received.id(), new BigDecimal(11), "BLOCKED",
            Optional.empty())))).containsExactly(ReceivingRefusal.NOT_ENOUGH_TO_RETURN);
        docked.service(Ledger.class).post(docked.warehouse().request("i1",
            docked.warehouse().line("DOCK", "CUSTOMER", "BOLT", 50))).value();
        assertThat(codes(sendBack("s1", "bent", of(51)))).containsExactly(ReceivingRefusal.NOT_ENOUGH_TO_RETURN);
        Document back = sendBack("s1", "bent", of(50)).value();
        assertThat(sendBack("s1", "bent", of(50)).value().id()).isEqualTo(back.id());
        assertThat(codes(docked.returns().sendBack(new Request("s2", order.id(), docked.now(), "x", "",
            List.of(of(1)))))).containsExactly(ReceivingRefusal.NOT_A_RECEIPT);
    }

    @Test
    void aReversedReturnIsThereAgain() {
        Document back = sendBack("s1", "bent", of(10)).value();
        assertThat(codes(docked.receipts().reverse(new Reversal("rr", receipt.id(), docked.now(), "wrong"))))
            .containsExactly(ReceivingRefusal.STANDS_ON_IT);
        docked.returns().reverse(new Reversal("s1r", back.id(), docked.now(), "he keeps them not")).value();
        assertThat(docked.onHand("DOCK", "BOLT", "BLOCKED")).isEqualByComparingTo("10");
        assertThat(docked.buying().first(order).done(Step.RETURNED)).isZero();
        docked.receipts().reverse(new Reversal("rr", receipt.id(), docked.now(), "wrong")).value();
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isZero();
    }

}
