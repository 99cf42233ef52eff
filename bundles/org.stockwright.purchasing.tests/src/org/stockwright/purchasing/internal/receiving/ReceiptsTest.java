package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.RefusalCode;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.MovementView;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingSettings.Delivery;
import org.stockwright.purchasing.Receipts.Advice;
import org.stockwright.purchasing.Receipts.Announced;
import org.stockwright.purchasing.Receipts.Expected;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Origin;
import org.stockwright.purchasing.Receipts.Received;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.Receipts.Reversal;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules.Excess;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.purchasing.internal.receiving.Docked.line;

class ReceiptsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path folder;

    private Docked docked;

    @BeforeEach
    void open() {
        docked = new Docked(folder);
    }

    @AfterEach
    void close() {
        docked.close();
    }

    private Document order(String key, String item, long pieces) {
        return docked.buying().approved(key, docked.buying().line(item, pieces));
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return org.stockwright.purchasing.internal.orders.Buying.codes(outcome);
    }

    private Outcome<Received> receive(String key, Document order, Line... lines) {
        return docked.receipts().receive(Request.against(key, order.id(), docked.now(), List.of(lines)));
    }

    @Test
    void aReceiptRollsForwardToTheOrderWhichClosesWhenAllCame() {
        Document order = order("o", "BOLT", 100);
        Received first = docked.receive("r1", order, line("BOLT", 60));
        assertThat(first.receipt().number()).isEqualTo("GR-000001");
        assertThat(first.receipt().state()).isEqualTo(States.RECEIVED);
        assertThat(docked.onHand("DOCK", "BOLT", "AVAILABLE")).isEqualByComparingTo("60");
        DocumentLine wanted = docked.buying().first(order);
        assertThat(wanted.done(Step.RECEIVED)).isEqualByComparingTo("60");
        assertThat(docked.receipts().expected(Optional.empty(), 10)).extracting(Expected::order, Expected::open)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(order.number(), wanted.open(Step.RECEIVED)));
        docked.receive("r2", order, line("BOLT", 40));
        assertThat(docked.buying().now(order).state()).isEqualTo(PurchaseOrders.CLOSED);
        assertThat(docked.receipts().expected(Optional.empty(), 10)).isEmpty();
        assertThat(codes(receive("r3", order, line("BOLT", 1)))).containsExactly(ReceivingRefusal.NOT_RECEIVABLE);
    }

    @Test
    void goodsCostWhatTheOrderSaysPerBaseUnit() {
        Document order = order("o", "BOLT", 100);
        Received received = docked.receive("r1", order, line("BOLT", 7));
        MovementView movement = docked.service(Ledger.class).find("r1:posting").orElseThrow().movements().getFirst();
        assertThat(movement.unitCost()).hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("2.5"));
        assertThat(movement.reference()).isEqualTo(received.receipt().number());
        assertThat(received.receipt().total()).isEqualByComparingTo("17.5");
    }

    @Test
    void theSameKeyReceivesOnce() {
        Document order = order("o", "BOLT", 100);
        Request request = Request.against("r1", order.id(), docked.now(), List.of(line("BOLT", 60)));
        Received first = docked.receipts().receive(request).value();
        Received again = docked.receipts().receive(request).value();
        assertThat(again.repeated()).isTrue();
        assertThat(again.receipt().id()).isEqualTo(first.receipt().id());
        assertThat(codes(receive("r1", order, line("BOLT", 61))))
            .containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        assertThat(docked.onHand("DOCK", "BOLT", "AVAILABLE")).isEqualByComparingTo("60");
    }

    @Test
    void anAttemptStoresNothing() {
        Document order = order("o", "BOLT", 100);
        Request request = Request.against("r1", order.id(), docked.now(), List.of(line("BOLT", 60)));
        assertThat(docked.receipts().attempt(request).value().receipt().number()).isEqualTo("GR-000001");
        assertThat(docked.warehouse().rows("posting")).isZero();
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isZero();
    }

    @Test
    void moreThanToleratedIsRefusedWarnedOrTaken() {
        Document order = order("o", "BOLT", 100);
        assertThat(codes(receive("r1", order, line("BOLT", 101)))).containsExactly(ReceivingRefusal.OVER_RECEIPT);
        docked.buying().settings().setDelivery(new Delivery(Optional.empty(), Optional.empty(), BigDecimal.TEN,
            BigDecimal.ZERO)).value();
        assertThat(receive("r2", order, line("BOLT", 110)).value().warnings()).isEmpty();
        Document other = order("o2", "BOLT", 50);
        docked.rules().setExcess(Excess.WARN).value();
        assertThat(receive("r3", other, line("BOLT", 56)).value().warnings())
            .anySatisfy(warning -> assertThat(warning.code()).isEqualTo(ReceivingRefusal.MORE_THAN_ORDERED));
        Document third = order("o3", "BOLT", 20);
        docked.rules().setExcess(Excess.ACCEPT).value();
        assertThat(receive("r4", third, line("BOLT", 40)).value().warnings()).isEmpty();
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("206");
    }

    @Test
    void linesOfTheSameItemAreFilledOneAfterTheOther() {
        Document order = docked.buying().approved("o", docked.buying().line("BOLT", 10),
            docked.buying().line("NUT", 5).at(BigDecimal.ONE), docked.buying().line("BOLT", 20));
        Received received = docked.receive("r1", order, line("BOLT", 25), line("NUT", 2));
        assertThat(received.receipt().lines()).hasSize(3);
        assertThat(docked.buying().now(order).lines()).extracting(one -> one.done(Step.RECEIVED).intValueExact())
            .containsExactly(10, 2, 15);
        assertThat(docked.buying().now(order).state()).isEqualTo(PurchaseOrders.APPROVED);
    }

    @Test
    void whatIsRejectedAtTheDockIsBlockedAtOnce() {
        Document order = order("o", "BOLT", 100);
        assertThat(codes(receive("r0", order, line("BOLT", 100).rejecting(BigDecimal.TEN, "", ""))))
            .containsExactly(ReceivingRefusal.REASON_MISSING);
        assertThat(codes(receive("r0", order, line("BOLT", 10).rejecting(new BigDecimal(11), "", "bent"))))
            .containsExactly(ReceivingRefusal.MORE_REJECTED_THAN_CAME);
        docked.receive("r1", order, line("BOLT", 100).rejecting(BigDecimal.TEN, "", "bent"));
        assertThat(docked.onHand("DOCK", "BOLT", "BLOCKED")).isEqualByComparingTo("10");
        assertThat(docked.onHand("DOCK", "BOLT", "AVAILABLE")).isEqualByComparingTo("90");
        DocumentLine wanted = docked.buying().first(order);
        assertThat(wanted.done(Step.RECEIVED)).isEqualByComparingTo("100");
        assertThat(wanted.done(Step.REJECTED)).isEqualByComparingTo("10");
        assertThat(docked.inspections().rejects(DAY, DAY)).singleElement()
            .satisfies(one -> assertThat(one.ppm()).isEqualByComparingTo("100000"));
    }

    @Test
    void withoutAReceivingAreaGoodsAreStoredWhereTheyArrive() {
        docked.warehouse().bins("A1");
        Document order = order("o", "BOLT", 100);
        Received received = docked.receive("r1", order,
            line("BOLT", 100).rejecting(new BigDecimal(3), "", "bent").at(docked.place("A1")));
        assertThat(received.receipt().state()).isEqualTo(States.STORED);
        DocumentLine wanted = docked.buying().first(order);
        assertThat(wanted.done(Step.PUT_AWAY)).isEqualByComparingTo("97");
        assertThat(wanted.done(Step.REJECTED)).isEqualByComparingTo("3");
    }

    @Test
    void lotsAndSerialNumbersAreCapturedOrMade() {
        docked.warehouse().item("LOTTED", Warehouse.PCS, Tracking.LOT, "");
        docked.warehouse().item("ONE", Warehouse.PCS, Tracking.SERIAL, "");
        PartnerId acme = docked.buying().acme();
        Outcome<Received> missing = docked.receipts().receive(Request.blind("r0", acme, docked.now(),
            List.of(line("LOTTED", 5), line("ONE", 2))));
        assertThat(codes(missing)).containsExactly(ReceivingRefusal.LOT_MISSING, ReceivingRefusal.LOT_MISSING);
        docked.blind("r1", acme, line("LOTTED", 5).ofLot("L-7", Optional.of(DAY.plusYears(1))));
        Received made = docked.receipts().receive(Request.blind("r2", acme, docked.now(),
            List.of(line("LOTTED", 5), line("ONE", 3).rejecting(BigDecimal.ONE, "REJECTED", "scratched"))).generating())
            .value();
        assertThat(made.receipt().lines()).extracting(DocumentLine::lot).containsExactly("GR-000002-1",
            "GR-000002-2-1", "GR-000002-2-2", "GR-000002-2-3");
        assertThat(docked.onHand("DOCK", "ONE", "REJECTED")).isEqualByComparingTo("1");
        docked.rules().setLotPattern("{item}/{receipt}.{line}").value();
        Received own = docked.receipts().receive(Request.blind("r3", acme, docked.now(), List.of(line("LOTTED", 1)))
            .generating()).value();
        assertThat(own.receipt().lines().getFirst().lot()).isEqualTo("LOTTED/GR-000003.1");
        assertThat(codes(docked.rules().setLotPattern("{receipt}"))).containsExactly(ReceivingRefusal.BAD_LOT_PATTERN);
    }

    @Test
    void aTransferComesFromTransitAndACustomersReturnFromTheCustomer() {
        docked.blind("r1", docked.buying().acme(), line("BOLT", 10).at(docked.place("MAIN")));
        docked.service(Ledger.class).post(docked.warehouse().request("t1",
            docked.warehouse().line("MAIN", "TRANSIT", "BOLT", 6))).value();
        Request transfer = new Request("r2", Origin.TRANSFER, Optional.empty(), PartnerId.SELF, Optional.empty(),
            Optional.of(docked.place("TRANSIT")), "", "TO-000001", docked.now(), false, List.of(line("BOLT", 5)));
        docked.receipts().receive(transfer).value();
        assertThat(docked.warehouse().onHand("TRANSIT", "BOLT")).isEqualByComparingTo("1");
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("5");
        docked.service(Ledger.class).post(docked.warehouse().request("i1",
            docked.warehouse().line("MAIN", "CUSTOMER", "BOLT", 4))).value();
        Request back = new Request("r3", Origin.CUSTOMER, Optional.empty(), PartnerId.SELF, Optional.empty(),
            Optional.empty(), "", "", docked.now(), false, List.of(line("BOLT", 2).in("QUARANTINE", "")));
        docked.receipts().receive(back).value();
        assertThat(docked.onHand("DOCK", "BOLT", "QUARANTINE")).isEqualByComparingTo("2");
        Request nowhere = new Request("r4", Origin.TRANSFER, Optional.empty(), PartnerId.SELF, Optional.empty(),
            Optional.empty(), "", "", docked.now(), false, List.of(line("BOLT", 1)));
        assertThat(codes(docked.receipts().receive(nowhere))).containsExactly(ReceivingRefusal.FROM_MISSING);
    }

    @Test
    void anAdviceStandsBetweenOrderAndReceipt() {
        Document order = order("o", "BOLT", 100);
        DocumentLine wanted = order.lines().getFirst();
        Document advice = docked.receipts().advise(new Advice("a1", order.id(), "LS-9", DAY.plusDays(3),
            List.of(new Announced(wanted.id(), new BigDecimal(40), "")))).value();
        assertThat(advice.number()).isEqualTo("ASN-000001");
        assertThat(docked.buying().first(order).done(Step.ADVISED)).isEqualByComparingTo("40");
        docked.receive("r1", advice, line("BOLT", 40));
        assertThat(docked.buying().now(advice).state()).isEqualTo(States.ARRIVED);
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isEqualByComparingTo("40");
        MovementView movement = docked.service(Ledger.class).find("r1:posting").orElseThrow().movements().getFirst();
        assertThat(movement.unitCost()).hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("2.5"));
    }

    @Test
    void aReversalOpensTheOrderAgain() {
        Document order = order("o", "BOLT", 100);
        Received received = docked.receive("r1", order, line("BOLT", 100).rejecting(BigDecimal.TEN, "", "bent"));
        docked.buying().world().clock().advance(Duration.ofDays(2));
        Reversal reversal = new Reversal("r1-back", received.receipt().id(), docked.now(), "wrong delivery");
        Document back = docked.receipts().reverse(reversal).value();
        assertThat(back.effective()).isEqualTo(docked.now());
        assertThat(docked.receipts().reverse(reversal).value().id()).isEqualTo(back.id());
        assertThat(docked.buying().now(order).state()).isEqualTo(PurchaseOrders.SENT);
        DocumentLine wanted = docked.buying().first(order);
        assertThat(wanted.done(Step.RECEIVED)).isZero();
        assertThat(wanted.done(Step.REJECTED)).isZero();
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isZero();
        assertThat(codes(docked.receipts().reverse(new Reversal("again", received.receipt().id(), docked.now(), "x"))))
            .containsExactly(ReceivingRefusal.REVERSED_ALREADY);
        assertThat(docked.buying().now(received.receipt()).state()).isEqualTo(States.REVERSED);
        docked.receive("r2", order, line("BOLT", 100));
    }

    @Test
    void whatDoesNotFitIsRefusedTogetherAndNothingIsStored() {
        Document order = order("o", "BOLT", 100);
        Outcome<Received> refused = receive("r1", order, line("NOTHING", 1), line("BOLT", 0), line("BOLT", 1).in("KG"),
            line("BOLT", 1).in("SOLD", ""));
        assertThat(refused.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(codes(refused)).contains(LedgerRefusal.QUANTITY_NOT_POSITIVE, ReceivingRefusal.BAD_STATUS);
        assertThat(codes(receive("r2", order, line("NUT", 1)))).containsExactly(ReceivingRefusal.NOT_ON_ORDER);
        assertThat(codes(receive("r3", order, line("NUT", 1).from(order.lines().getFirst().id()))))
            .containsExactly(ReceivingRefusal.OTHER_ITEM_ON_LINE);
        assertThat(codes(receive("r4", order))).containsExactly(DocumentRefusal.NO_LINES);
        Document open = docked.buying().order("o2", docked.buying().line("BOLT", 10));
        assertThat(codes(receive("r5", open, line("BOLT", 1)))).containsExactly(ReceivingRefusal.NOT_RECEIVABLE);
        assertThat(docked.warehouse().rows("posting")).isZero();
        assertThat(docked.warehouse().rows("receipt_line")).isZero();
    }

    @Test
    void twentyClerksReceiveTheLastTenOnlyOnce() throws Exception {
        Document order = order("o", "BOLT", 10);
        assertThat(Together.count(20, i -> () -> receive("c" + i, order, line("BOLT", 10)).isDone())).isEqualTo(1);
        assertThat(docked.warehouse().onHand("DOCK", "BOLT")).isEqualByComparingTo("10");
        assertThat(docked.buying().first(order).done(Step.RECEIVED)).isEqualByComparingTo("10");
    }

    @Test
    void aReceiptsRowsAreNeverChanged() {
        docked.blind("r1", docked.buying().acme(), line("BOLT", 1));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> docked.warehouse().work().write(transaction -> {
            try (java.sql.Statement statement = transaction.connection().createStatement()) {
                return Outcome.done(statement.executeUpdate("UPDATE receipt_line SET status = 'BLOCKED'"));
            }
        })).isInstanceOf(org.stockwright.persistence.StoreException.class);
    }

}
