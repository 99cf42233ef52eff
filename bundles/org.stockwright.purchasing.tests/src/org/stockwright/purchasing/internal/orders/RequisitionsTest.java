package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Approval;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.PurchasingSettings.Limit;
import org.stockwright.purchasing.PurchasingSettings.Matching;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.Requisitions.Line;
import org.stockwright.purchasing.spi.RequisitionProgress;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class RequisitionsTest {

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

    private Requisitions requisitions() {
        return buying.requisitions();
    }

    private Line line(String item, long pieces) {
        return Line.of(buying.item(item), BigDecimal.valueOf(pieces));
    }

    private Outcome<Document> submit(String key, String department, Line... lines) {
        return requisitions().submit(new Requisitions.Draft(key, department, "4711",
            Optional.of(LocalDate.of(2026, 2, 1)), Optional.empty(), "", List.of(lines)));
    }

    private Document approved(String key, Line... lines) {
        return requisitions().approve(submit(key, "Office", lines).value().id()).value();
    }

    @Test
    void aRequisitionSaysWhoWantsItAndWhatItWillCost() {
        Document wanted = submit("r1", "Office", line("BOLT", 20), line("NUT", 5)).value();
        assertThat(wanted.number()).startsWith("PR-");
        assertThat(wanted.department()).isEqualTo("Office");
        assertThat(wanted.costCentre()).isEqualTo("4711");
        assertThat(wanted.state()).isEqualTo(Requisitions.SUBMITTED);
        assertThat(wanted.total()).isEqualByComparingTo("54");
        assertThat(submit("r1", "Office", line("BOLT", 20), line("NUT", 5)).value().id()).isEqualTo(wanted.id());
        assertThat(Buying.codes(submit("r1", "Office", line("BOLT", 21))))
            .containsExactly(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT);
    }

    @Test
    void whatIsMissingIsToldAtOnce() {
        buying.warehouse().items("ODD");
        assertThat(Buying.codes(submit("r1", " ", line("BOLT", 0), line("ODD", 1)))).containsExactly(
            PurchasingRefusal.DEPARTMENT_MISSING, PurchasingRefusal.BAD_QUANTITY, PurchasingRefusal.NO_PRICE);
    }

    @Test
    void theLimitOfTheDepartmentGoesBeforeThatOfAll() {
        String me = buying.world().service(UnitOfWork.class)
            .write(transaction -> Outcome.done(transaction.user())).value();
        Document wanted = submit("r1", "Office", line("BOLT", 20)).value();
        buying.settings().setLimit(new Limit(false, me, "", new BigDecimal("1000"), Buying.EUR)).value();
        buying.settings().setLimit(new Limit(false, me, "Office", new BigDecimal("49"), Buying.EUR)).value();
        Outcome<Document> refused = requisitions().approve(wanted.id());
        assertThat(Buying.codes(refused)).containsExactly(PurchasingRefusal.OVER_LIMIT);
        assertThat(refused.refusals().getFirst().sentence()).contains("50 EUR", "49 EUR");
        Document other = submit("r2", "Shop", line("BOLT", 20)).value();
        assertThat(requisitions().approve(other.id()).value().state()).isEqualTo(Requisitions.APPROVED);
        assertThat(buying.orders().approvals(other.id())).extracting(Approval::approved, Approval::user)
            .containsExactly(tuple(true, me));
    }

    @Test
    void whatIsRejectedStaysRejectedWithItsReason() {
        Document wanted = submit("r1", "Office", line("BOLT", 20)).value();
        assertThat(Buying.codes(requisitions().reject(wanted.id(), "")))
            .containsExactly(PurchasingRefusal.REASON_MISSING);
        assertThat(requisitions().reject(wanted.id(), "too many").value().state()).isEqualTo(Requisitions.REJECTED);
        assertThat(Buying.codes(requisitions().approve(wanted.id())))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        assertThat(Buying.codes(requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false)))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
        assertThat(buying.orders().approvals(wanted.id())).extracting(Approval::reason).containsExactly("too many");
    }

    @Test
    void oneOrderForEachSupplierOfTheBestRank() {
        Document wanted = approved("r1", line("BOLT", 20), line("NUT", 5), line("BOLT", 10));
        List<Document> orders = requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false).value();
        assertThat(orders).extracting(Document::partnerCode, order -> order.lines().size(), Document::department)
            .containsExactly(tuple("ACME", 2, "Office"), tuple("ZETA", 1, "Office"));
        assertThat(buying.now(wanted).state()).isEqualTo(Requisitions.FULFILLED);
        assertThat(buying.first(wanted).done(Step.ORDERED)).isEqualByComparingTo("20");
        assertThat(buying.documents().chain(orders.getFirst().id())).extracting(Link::fromNumber)
            .contains(wanted.number());
        List<Document> again = requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false).value();
        assertThat(again).extracting(Document::id).isEqualTo(orders.stream().map(Document::id).toList());
        assertThat(Buying.codes(requisitions().order("o2", wanted.id(), Optional.empty(), List.of(), false)))
            .containsExactly(DocumentRefusal.NOT_IN_THIS_STATE);
    }

    @Test
    void whatACancelledOrderDoesNotBringIsOpenAgain() {
        Document wanted = approved("r1", line("BOLT", 20));
        Document order = requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false).value()
            .getFirst();
        buying.orders().cancel(order.id(), "he has none").value();
        assertThat(buying.now(wanted).state()).isEqualTo(Requisitions.APPROVED);
        Document next = requisitions()
            .order("o2", wanted.id(), Optional.of(buying.zeta()), List.of(1), true).value().getFirst();
        assertThat(next.partnerCode()).isEqualTo("ZETA");
        assertThat(buying.now(wanted).state()).isEqualTo(Requisitions.FULFILLED);
    }

    @Test
    void refusalsOfASupplierNameTheLine() {
        Document wanted = approved("r1", line("BOLT", 20), line("NUT", 5));
        assertThat(requisitions().order("o1", wanted.id(), Optional.of(buying.zeta()), List.of(), false).refusals())
            .extracting(Refusal::code).containsExactly(PurchasingRefusal.BELOW_MINIMUM);
        assertThat(buying.now(wanted).state()).isEqualTo(Requisitions.APPROVED);
        assertThat(Buying.codes(requisitions().order("o1", wanted.id(), Optional.empty(), List.of(9), false)))
            .containsExactly(DocumentRefusal.UNKNOWN_LINE);
    }

    @Test
    void whatWasTakenFromStockIsNotOrdered() {
        Document wanted = approved("r1", line("BOLT", 20));
        shipped(wanted, 5);
        Document order = requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false).value()
            .getFirst();
        assertThat(order.lines().getFirst().quantity().amountText()).isEqualTo("15");
        assertThat(buying.now(wanted).state()).isEqualTo(Requisitions.FULFILLED);
        Document other = approved("r2", line("NUT", 5));
        shipped(other, 5);
        assertThat(buying.now(other).state()).isEqualTo(Requisitions.FULFILLED);
        shipped(other, -5);
        assertThat(buying.now(other).state()).isEqualTo(Requisitions.APPROVED);
        assertThat(requisitions().cancel(other.id(), "found some").value().state()).isEqualTo(Requisitions.CANCELLED);
    }

    private void shipped(Document wanted, long pieces) {
        buying.world().service(UnitOfWork.class).write(transaction -> {
            DocumentBook book = buying.world().service(DocumentBook.class);
            Document locked = book.lock(transaction, wanted.id()).orElseThrow();
            book.flow(transaction, List.of(new Flow(locked.lines().getFirst().id(), Step.SHIPPED,
                BigDecimal.valueOf(pieces), Optional.empty(), transaction.now())));
            buying.world().service(RequisitionProgress.class).settle(transaction, wanted.id());
            return Outcome.done(0);
        }).value();
    }

    @Test
    void anOrderIsReleasedOnlyForWhatItsRequisitionSays() {
        Document wanted = approved("r1", line("BOLT", 20));
        Document order = buying.orders().place(Draft.of("k1", buying.acme(), List.of(buying.line("BOLT", 25)
            .at(new BigDecimal("3")).from(wanted.lines().getFirst().id())))).value();
        Outcome<Document> refused = buying.orders().approve(order.id(), Optional.empty());
        assertThat(Buying.codes(refused)).containsExactly(PurchasingRefusal.NOT_AS_IN_SOURCE,
            PurchasingRefusal.NOT_AS_IN_SOURCE);
        assertThat(refused.refusals()).extracting(Refusal::sentence).satisfiesExactly(
            sentence -> assertThat(sentence).contains("25 PCS", "20 PCS", wanted.number()),
            sentence -> assertThat(sentence).contains("3 EUR", "2.5 EUR"));
        buying.settings().setMatching(
            new Matching(new BigDecimal("20"), BigDecimal.ZERO, new BigDecimal("25"), 7, true)).value();
        assertThat(buying.orders().approve(order.id(), Optional.empty()).value().state())
            .isEqualTo(PurchaseOrders.APPROVED);
    }

    @Test
    void whatIsNotApprovedOrIsAnotherItemIsNotOrdered() {
        Document wanted = submit("r1", "Office", line("BOLT", 20)).value();
        Draft draft = Draft.of("k1", buying.acme(),
            List.of(buying.line("BOLT", 20).from(wanted.lines().getFirst().id())));
        assertThat(Buying.codes(buying.orders().place(draft))).containsExactly(PurchasingRefusal.SOURCE_NOT_APPROVED);
        requisitions().approve(wanted.id()).value();
        assertThat(Buying.codes(buying.orders().place(Draft.of("k2", buying.zeta(),
            List.of(buying.line("NUT", 20).from(wanted.lines().getFirst().id()))))))
            .containsExactly(PurchasingRefusal.NOT_AS_IN_SOURCE);
        assertThat(buying.orders().place(draft).value().source()).hasValue(wanted.id());
    }

    @Test
    void whatWaitsForADecisionIsInTheInbox() {
        Document wanted = submit("r1", "Office", line("BOLT", 20)).value();
        assertThat(buying.documents().inbox()).extracting(Task::topic, Task::number).containsExactly(
            tuple("purchasing.approve-requisition", wanted.number()));
        assertThat(buying.documents().inbox().getFirst().subject()).startsWith("Office (").endsWith(", 50 EUR");
        requisitions().approve(wanted.id()).value();
        assertThat(buying.documents().inbox()).extracting(Task::topic)
            .containsExactly("purchasing.order-requisition");
        Document order = requisitions().order("o1", wanted.id(), Optional.empty(), List.of(), false).value()
            .getFirst();
        assertThat(buying.documents().inbox()).extracting(Task::topic).containsExactly("purchasing.approve-order");
        buying.orders().approve(order.id(), Optional.empty()).value();
        assertThat(buying.documents().inbox()).extracting(Task::topic).containsExactly("purchasing.send-order");
        buying.orders().send(order.id(), "").value();
        assertThat(buying.documents().inbox()).isEmpty();
    }

    @Test
    void ofTwoWhoOrderTheSameRequisitionOneIsTooLate() throws Exception {
        Document wanted = approved("r1", line("BOLT", 20));
        List<Outcome<List<Document>>> outcomes = Together.run(2,
            i -> () -> requisitions().order("clerk " + i, wanted.id(), Optional.empty(), List.of(), false));
        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(buying.first(wanted).done(Step.ORDERED)).isEqualByComparingTo("20");
    }

}
