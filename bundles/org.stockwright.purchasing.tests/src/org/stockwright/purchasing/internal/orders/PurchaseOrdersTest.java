package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Approval;
import org.stockwright.purchasing.PurchaseOrders.Arrival;
import org.stockwright.purchasing.PurchaseOrders.Confirmation;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Part;
import org.stockwright.purchasing.PurchaseOrders.Revision;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.PurchasingSettings.Delivery;
import org.stockwright.purchasing.PurchasingSettings.Limit;
import org.stockwright.purchasing.PurchasingSettings.Matching;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

class PurchaseOrdersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @TempDir
    Path folder;

    private Buying buying;

    @BeforeEach
    void open() {
        buying = new Buying(folder);
    }

    @AfterEach
    void close() {
        buying.close();
    }

    private PurchaseOrders orders() {
        return buying.orders();
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    @Test
    void whatIsLeftOutComesFromTheSuppliersTerms() {
        Document order = buying.order("k1", buying.line("BOLT", 20));
        assertThat(order.number()).startsWith("PO-");
        assertThat(order.state()).isEqualTo(PurchaseOrders.OPEN);
        DocumentLine line = order.lines().getFirst();
        assertThat(line.price()).hasValue(of("2.5"));
        assertThat(line.due()).hasValue(TODAY.plusDays(10));
        assertThat(order.due()).hasValue(TODAY.plusDays(10));
        assertThat(order.total()).isEqualByComparingTo("50");
        assertThat(order.currency()).isEqualTo(Buying.EUR);
    }

    @Test
    void theSuppliersMinimumAndMultipleBindUnlessHeAgreed() {
        Outcome<Document> less = orders().place(Draft.of("k1", buying.acme(), List.of(buying.line("BOLT", 7))));
        assertThat(Buying.codes(less)).containsExactly(PurchasingRefusal.BELOW_MINIMUM);
        assertThat(less.refusals().getFirst().hint()).startsWith("Order 10 PCS");
        Outcome<Document> odd = orders().place(Draft.of("k1", buying.acme(), List.of(buying.line("BOLT", 12))));
        assertThat(Buying.codes(odd)).containsExactly(PurchasingRefusal.NOT_A_MULTIPLE);
        assertThat(odd.refusals().getFirst().hint()).startsWith("Order 15 PCS");
        Draft any = new Draft("k1", buying.acme(), Optional.empty(), Optional.empty(), Optional.empty(), "", "",
            Optional.empty(), "", "", true, List.of(buying.line("BOLT", 7)));
        assertThat(orders().place(any).isDone()).isTrue();
    }

    @Test
    void allThatIsWrongIsToldAtOnceWithItsLine() {
        Outcome<Document> refused = orders().place(Draft.of("k1", buying.acme(),
            List.of(buying.line("BOLT", -10), buying.line("NUT", 3),
                buying.line("BOLT", 10).due(TODAY.minusDays(1)))));
        assertThat(refused.refusals()).extracting(Refusal::code).containsExactly(PurchasingRefusal.BAD_QUANTITY,
            PurchasingRefusal.BELOW_MINIMUM, PurchasingRefusal.NO_PRICE, PurchasingRefusal.DUE_BEFORE_ORDER);
        assertThat(refused.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(1L, 1L, 2L, 3L);
        assertThat(buying.warehouse().rows("document")).isZero();
    }

    @Test
    void theSameKeyYieldsTheFirstOrderAndOtherContentIsRefused() {
        Document order = buying.order("k1", buying.line("BOLT", 20));
        assertThat(buying.order("k1", buying.line("BOLT", 20)).id()).isEqualTo(order.id());
        Outcome<Document> other = orders().place(Draft.of("k1", buying.acme(), List.of(buying.line("BOLT", 25))));
        assertThat(Buying.codes(other)).containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
        assertThat(orders().preview(Draft.of("k2", buying.acme(), List.of(buying.line("BOLT", 25)))).isDone())
            .isTrue();
        assertThat(buying.warehouse().rows("document")).isEqualTo(1);
    }

    @Test
    void anOrderGoesFromOpenToClosedByWhatIsReceived() {
        Document order = buying.order("k1", buying.line("BOLT", 20));
        assertThat(Buying.codes(orders().send(order.id(), ""))).containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        assertThat(orders().approve(order.id(), Optional.empty()).value().state()).isEqualTo(PurchaseOrders.APPROVED);
        assertThat(Buying.codes(orders().approve(order.id(), Optional.empty())))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        assertThat(orders().send(order.id(), "e-mail").value().state()).isEqualTo(PurchaseOrders.SENT);
        Document confirmed = orders().confirm(order.id(), "AB-1",
            List.of(new Confirmation(1, Optional.of(of("15")), Optional.of(TODAY.plusDays(12))))).value();
        assertThat(confirmed.state()).isEqualTo(PurchaseOrders.CONFIRMED);
        assertThat(confirmed.lines().getFirst().done(Step.CONFIRMED)).isEqualByComparingTo("15");
        assertThat(confirmed.lines().getFirst().promised()).hasValue(TODAY.plusDays(12));
        orders().confirm(order.id(), "AB-2", List.of()).value();
        assertThat(buying.first(order).done(Step.CONFIRMED)).isEqualByComparingTo("20");
        buying.flow(order, 1, Step.RECEIVED, 12, TODAY);
        assertThat(buying.now(order).state()).isEqualTo(PurchaseOrders.CONFIRMED);
        assertThat(orders().onOrder(Set.of(buying.item("BOLT")))).extracting(arrival -> arrival.open().amountText())
            .containsExactly("8");
        buying.flow(order, 1, Step.RECEIVED, 8, TODAY);
        assertThat(buying.now(order).state()).isEqualTo(PurchaseOrders.CLOSED);
        assertThat(orders().onOrder(Set.of())).isEmpty();
        buying.flow(order, 1, Step.RECEIVED, -8, TODAY);
        assertThat(buying.now(order).state()).isEqualTo(PurchaseOrders.CONFIRMED);
        assertThat(buying.documents().trail(order.id())).extracting(DocumentEvent::action).contains("made", "approved",
            "sent", "confirmed", "received", "open again");
    }

    @Test
    void arrivalsComeByTheDayThatWasPromisedOrElseWanted() {
        Document late = buying.approved("k1", buying.line("BOLT", 20));
        Document soon = buying.approved("k2", buying.line("BOLT", 25).due(TODAY.plusDays(3)));
        buying.order("k3", buying.line("BOLT", 30));
        orders().confirm(late.id(), "", List.of(new Confirmation(1, Optional.empty(), Optional.of(TODAY.plusDays(1)))))
            .value();
        assertThat(orders().arrivals(Optional.empty())).extracting(Arrival::number).containsExactly(late.number(),
            soon.number());
        assertThat(orders().arrivals(Optional.of(TODAY.plusDays(2)))).extracting(Arrival::isPromised)
            .containsExactly(true);
    }

    @Test
    void aRevisionCountsUpAndMoreMoneyNeedsApprovalAgain() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        Document less = orders()
            .revise(order.id(), 0, List.of(new Revision(1, Optional.of(of("15")), Optional.empty(), Optional.empty())),
                "less is needed")
            .value();
        assertThat(less.revision()).isEqualTo(1);
        assertThat(less.state()).isEqualTo(PurchaseOrders.APPROVED);
        assertThat(Buying.codes(orders().revise(order.id(), 0,
            List.of(new Revision(1, Optional.of(of("16")), Optional.empty(), Optional.empty())), "x")))
            .containsExactly(PurchasingRefusal.REVISED_MEANWHILE);
        Document more = orders()
            .revise(order.id(), 1, List.of(new Revision(1, Optional.empty(), Optional.of(of("9")), Optional.empty())),
                "new price")
            .value();
        assertThat(more.state()).isEqualTo(PurchaseOrders.OPEN);
        assertThat(more.total()).isEqualByComparingTo("135");
        orders().approve(order.id(), Optional.empty()).value();
        buying.flow(order, 1, Step.RECEIVED, 10, TODAY);
        Outcome<Document> below = orders().revise(order.id(), 2,
            List.of(new Revision(1, Optional.of(of("9")), Optional.of(of("-1")), Optional.empty())), "");
        assertThat(Buying.codes(below)).containsExactly(PurchasingRefusal.REASON_MISSING,
            PurchasingRefusal.BELOW_DONE, DocumentRefusal.BAD_PRICE);
    }

    @Test
    void whatIsNotReceivedIsCancelledWhenAnOrderIsClosedShort() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.flow(order, 1, Step.RECEIVED, 12, TODAY);
        assertThat(Buying.codes(orders().cancel(order.id(), "no more")))
            .containsExactly(PurchasingRefusal.HAS_RECEIPTS);
        assertThat(Buying.codes(orders().closeShort(order.id(), " ")))
            .containsExactly(PurchasingRefusal.REASON_MISSING);
        Document closed = orders().closeShort(order.id(), "he has no more").value();
        assertThat(closed.state()).isEqualTo(PurchaseOrders.CLOSED);
        assertThat(closed.lines().getFirst().done(Step.CANCELLED)).isEqualByComparingTo("8");
        assertThat(closed.lines().getFirst().open(Step.RECEIVED)).isZero();
    }

    @Test
    void aCancelledOrderIsNotExpected() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        Document cancelled = orders().cancel(order.id(), "ordered twice").value();
        assertThat(cancelled.state()).isEqualTo(PurchaseOrders.CANCELLED);
        assertThat(orders().onOrder(Set.of())).isEmpty();
        assertThat(Buying.codes(orders().cancel(order.id(), "again")))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
    }

    @Test
    void anOrderThatLooksLikeAnotherIsNotReleasedUnlessOverriddenWithAReason() {
        Document first = buying.approved("k1", buying.line("BOLT", 20));
        buying.world().clock().advance(Duration.ofDays(6));
        Document second = buying.order("k2", buying.line("BOLT", 20));
        Outcome<Document> refused = orders().approve(second.id(), Optional.empty());
        assertThat(Buying.codes(refused)).containsExactly(PurchasingRefusal.DUPLICATE_ORDER);
        assertThat(refused.refusals().getFirst().sentence()).contains(first.number());
        assertThat(orders().duplicates(second.id())).isEqualTo(refused.refusals());
        assertThat(Buying.codes(orders().approve(second.id(), Optional.of(""))))
            .containsExactly(PurchasingRefusal.REASON_MISSING);
        assertThat(orders().approve(second.id(), Optional.of("for the other site")).value().state())
            .isEqualTo(PurchaseOrders.APPROVED);
        Approval record = orders().approvals(second.id()).getFirst();
        assertThat(record.reason()).isEqualTo("for the other site");
        assertThat(record.findings()).contains(first.number());
        assertThat(buying.documents().trail(second.id())).extracting(DocumentEvent::action).contains("overridden");
        buying.world().clock().advance(Duration.ofDays(8));
        Document later = buying.order("k3", buying.line("BOLT", 20));
        assertThat(orders().duplicates(later.id())).isEmpty();
        assertThat(orders().duplicates(new DocumentId(Long.MAX_VALUE))).isEmpty();
        assertThat(orders().approve(later.id(), Optional.empty()).isDone()).isTrue();
    }

    @Test
    void nobodyApprovesMoreThanHisLimit() {
        String me = buying.world().service(UnitOfWork.class)
            .write(transaction -> Outcome.done(transaction.user())).value();
        Document order = buying.order("k1", buying.line("BOLT", 20));
        buying.settings().setLimit(new Limit(false, "boss", "", of("1000"), Buying.EUR)).value();
        Outcome<Document> none = orders().approve(order.id(), Optional.empty());
        assertThat(Buying.codes(none)).containsExactly(PurchasingRefusal.OVER_LIMIT);
        assertThat(none.refusals().getFirst().hint()).isEqualTo("Ask boss (up to 1000).");
        buying.settings().setLimit(new Limit(false, me, "", of("49.99"), Buying.EUR)).value();
        assertThat(Buying.codes(orders().approve(order.id(), Optional.empty())))
            .containsExactly(PurchasingRefusal.OVER_LIMIT);
        buying.settings().setLimit(new Limit(false, me, "", of("50"), Buying.EUR)).value();
        orders().approve(order.id(), Optional.empty()).value();
        assertThat(orders().approvals(order.id())).extracting(Approval::limit).containsExactly(Optional.of(of("5E+1")));
        assertThat(Buying.codes(buying.settings().setLimit(new Limit(false, me, "", of("-1"), Buying.EUR))))
            .containsExactly(PurchasingRefusal.BAD_SETTING);
        assertThat(buying.settings().removeLimit(new Limit(false, me, "", of("0"), Buying.EUR)).value()).isTrue();
        assertThat(buying.settings().limits()).hasSize(1);
        Limit office = new Limit(true, "Buyer", "Office", of("5"), Buying.EUR);
        Outcome<Integer> bad = buying.settings().setLimits(List.of(office, office,
            new Limit(true, "Buyer", "", of("-1"), Buying.EUR)));
        assertThat(bad.refusals()).extracting(refusal -> refusal.place().line()).containsExactly(2L, 3L);
        assertThat(buying.settings().limits()).as("none is stored").extracting(Limit::name).containsExactly("boss");
        assertThat(buying.settings().setLimits(List.of(office))).isEqualTo(Outcome.done(1));
        assertThat(buying.settings().limits()).containsExactly(office);
    }

    @Test
    void ofTwoWhoApproveOneIsTooLate() throws Exception {
        Document order = buying.order("k1", buying.line("BOLT", 20));
        List<Outcome<Document>> outcomes = Together.run(2,
            i -> () -> orders().approve(order.id(), Optional.empty()));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).allSatisfy(
            outcome -> assertThat(Buying.codes(outcome)).containsExactly(DocumentRefusal.NOT_IN_THIS_STATE));
        assertThat(orders().approvals(order.id())).hasSize(1);
    }

    private Document blanket(long pieces) {
        Document blanket = orders().placeBlanket(Draft
            .of("frame", buying.acme(), List.of(buying.line("BOLT", pieces).at(of("2")))).due(TODAY.plusDays(90)))
            .value();
        return orders().approve(blanket.id(), Optional.empty()).value();
    }

    @Test
    void callOffsNeverTakeMoreThanTheFrameHas() {
        Document frame = blanket(100);
        Document call = orders().callOff("c1", frame.id(), Optional.empty(),
            List.of(new Part(1, of("60"), Optional.empty()))).value();
        assertThat(call.kind()).isEqualTo(PurchaseOrders.KIND);
        assertThat(call.lines().getFirst().price()).hasValue(of("2"));
        assertThat(call.source()).hasValue(frame.id());
        assertThat(orders().callOff("c1", frame.id(), Optional.empty(),
            List.of(new Part(1, of("60"), Optional.empty()))).value().id()).isEqualTo(call.id());
        Outcome<Document> more = orders().callOff("c2", frame.id(), Optional.empty(),
            List.of(new Part(1, of("41"), Optional.empty())));
        assertThat(Buying.codes(more)).containsExactly(PurchasingRefusal.MORE_THAN_OPEN);
        assertThat(more.refusals().getFirst().sentence()).contains("40 PCS");
        orders().cancel(call.id(), "not yet").value();
        assertThat(OrderSources.open(buying.first(frame))).isEqualByComparingTo("100");
        Document late = blanketCall(frame, "c3", 40);
        assertThat(Buying.codes(orders().revise(late.id(), 0,
            List.of(new Revision(1, Optional.of(of("101")), Optional.empty(), Optional.empty())), "more")))
            .containsExactly(PurchasingRefusal.MORE_THAN_OPEN);
        orders().revise(late.id(), 0,
            List.of(new Revision(1, Optional.of(of("100")), Optional.empty(), Optional.empty())), "more").value();
        assertThat(OrderSources.open(buying.first(frame))).isZero();
        assertThat(Buying.codes(orders().cancel(frame.id(), "no"))).containsExactly(PurchasingRefusal.BELOW_DONE);
        assertThat(Buying.codes(orders().callOff("c9", frame.id(),
            Optional.of(TODAY.plusDays(91).atStartOfDay().toInstant(java.time.ZoneOffset.UTC)),
            List.of(new Part(1, of("1"), Optional.empty()), new Part(7, of("1"), Optional.empty())))))
            .containsExactly(PurchasingRefusal.BLANKET_NOT_VALID, DocumentRefusal.UNKNOWN_LINE);
    }

    private Document blanketCall(Document frame, String key, long pieces) {
        return orders().callOff(key, frame.id(), Optional.empty(),
            List.of(new Part(1, BigDecimal.valueOf(pieces), Optional.empty()))).value();
    }

    @Test
    void twoWhoCallOffTheLastQuantityDoNotBothGetIt() throws Exception {
        Document frame = blanket(10);
        List<Outcome<Document>> outcomes = Together.run(2, i -> () -> orders().callOff("clerk " + i,
            frame.id(), Optional.empty(), List.of(new Part(1, of("7"), Optional.empty()))));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).allSatisfy(
            outcome -> assertThat(Buying.codes(outcome)).containsExactly(PurchasingRefusal.MORE_THAN_OPEN));
        assertThat(OrderSources.open(buying.first(frame))).isEqualByComparingTo("3");
    }

    @Test
    void receivingHearsHowMuchMoreOrLessIsTaken() {
        Document order = buying.approved("k1", buying.line("BOLT", 25));
        assertThat(most(order)).isEqualByComparingTo("25");
        buying.settings().setDelivery(new Delivery(Optional.empty(), Optional.empty(), of("10"), of("4"))).value();
        assertThat(most(order)).isEqualByComparingTo("27");
        buying.settings().setDelivery(
            new Delivery(Optional.of(buying.acme()), Optional.of(buying.item("BOLT")), of("20"), of("4"))).value();
        assertThat(most(order)).isEqualByComparingTo("30");
        buying.flow(order, 1, Step.RECEIVED, 23, TODAY);
        assertThat(buying.now(order).state()).isEqualTo(PurchaseOrders.APPROVED);
        buying.flow(order, 1, Step.RECEIVED, 1, TODAY);
        assertThat(buying.now(order).state()).isEqualTo(PurchaseOrders.CLOSED);
        assertThat(Buying.codes(buying.settings()
            .setDelivery(new Delivery(Optional.empty(), Optional.empty(), of("-1"), of("101")))))
            .containsExactly(PurchasingRefusal.BAD_SETTING, PurchasingRefusal.BAD_SETTING);
        assertThat(buying.settings().deliveries()).hasSize(2);
        Delivery all = new Delivery(Optional.empty(), Optional.empty(), of("3"), of("2"));
        assertThat(buying.settings().setDeliveries(List.of(all, all)).refusals())
            .extracting(refusal -> refusal.place().line()).containsExactly(2L);
        assertThat(buying.settings().deliveries()).hasSize(2);
        assertThat(buying.settings().setDeliveries(List.of(all))).isEqualTo(Outcome.done(1));
        assertThat(buying.settings().deliveries()).hasSize(1)
            .allSatisfy(one -> assertThat(one.over()).isEqualByComparingTo("3"));
    }

    private BigDecimal most(Document order) {
        return buying.world().service(UnitOfWork.class).<BigDecimal>write(transaction -> {
            Document now = buying.now(order);
            return Outcome.done(buying.world().service(OrderReceiving.class).mostToReceive(transaction, now,
                now.lines().getFirst()));
        }).value();
    }

    @Test
    void tolerancesOfMatchingAreKept() {
        assertThat(buying.settings().matching()).isEqualTo(Matching.STANDARD);
        Matching other = new Matching(of("2.5"), of("1"), of("0"), 3, false);
        buying.settings().setMatching(other).value();
        buying.settings().setMatching(other).value();
        assertThat(buying.settings().matching()).isEqualTo(other);
        assertThat(Buying.codes(buying.settings().setMatching(new Matching(of("-1"), of("0"), of("0"), -1, true))))
            .containsExactly(PurchasingRefusal.BAD_SETTING, PurchasingRefusal.BAD_SETTING);
    }

}
