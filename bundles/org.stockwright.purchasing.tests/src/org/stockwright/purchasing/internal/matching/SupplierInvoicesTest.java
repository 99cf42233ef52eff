package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.PurchasingSettings.Matching;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.Comparison;
import org.stockwright.purchasing.SupplierInvoices.Draft;
import org.stockwright.purchasing.SupplierInvoices.Finding;
import org.stockwright.purchasing.SupplierInvoices.Line;
import org.stockwright.purchasing.SupplierInvoices.LineMatch;
import org.stockwright.purchasing.SupplierInvoices.Mismatch;
import org.stockwright.purchasing.SupplierInvoices.NotInvoiced;
import org.stockwright.purchasing.internal.orders.Buying;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;

class SupplierInvoicesTest {

    private static final Instant NOW = World.START;

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

    private SupplierInvoices invoices() {
        return buying.world().service(SupplierInvoices.class);
    }

    private static BigDecimal of(String number) {
        return new BigDecimal(number);
    }

    private Draft draft(String number, Document order, String quantity, String price) {
        return new Draft("key " + number, buying.acme(), number, Optional.empty(), Optional.empty(), Optional.empty(),
            List.of(new Line(order.lines().getFirst().id(), of(quantity), Optional.of(of(price)))));
    }

    private Outcome<Document> enter(String number, Document order, String quantity, String price) {
        return invoices().enter(draft(number, order, quantity, price));
    }

    private List<Mismatch> mismatches(Document invoice) {
        return invoices().match(invoice.id()).orElseThrow().findings().stream().map(Finding::kind).toList();
    }

    private List<String> waits(Document invoice) {
        return buying.world().service(Documents.class).inbox().stream()
            .filter(task -> task.document().equals(invoice.id())).map(Task::topic).toList();
    }

    private void tolerances(String price, String amount, String quantity, boolean threeWay) {
        buying.settings().setMatching(new Matching(of(price), of(amount), of(quantity), 7, threeWay)).value();
    }

    private BigDecimal value() {
        return buying.world().service(Valuation.class).value(ValueQuery.all(), Progress.NONE).stream()
            .filter(row -> "BOLT".equals(row.item())).map(row -> row.value()).findFirst().orElse(BigDecimal.ZERO);
    }

    @Test
    void theLinesOfAnInvoiceAreComparedBeforeItIsEntered() {
        tolerances("2", "0", "0", true);
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 15, NOW);
        enter("R-1", order, "5", "2.5").value();
        Comparison comparison = invoices().compare(draft("", order, "12", "2.6")).value();
        LineMatch line = comparison.lines().getFirst();
        assertThat(List.of(line.ordered(), line.received(), line.invoiced())).extracting(Quantity::amountText)
            .containsExactly("20", "15", "5");
        assertThat(line.price()).isEqualByComparingTo("2.5");
        assertThat(line.difference()).isEqualByComparingTo("1.2");
        assertThat(line.findings()).extracting(Finding::kind).containsExactly(Mismatch.PRICE,
            Mismatch.MORE_THAN_RECEIVED);
        assertThat(comparison.tolerances().pricePercent()).isEqualByComparingTo("2");
        Comparison tolerated = invoices().compare(draft("", order, "10", "2.55")).value();
        assertThat(tolerated.lines().getFirst().findings()).isEmpty();
        assertThat(tolerated.difference()).isEqualByComparingTo("0.5");
        tolerances("2", "0", "0", false);
        assertThat(invoices().compare(draft("", order, "15", "2.5")).value().lines().getFirst().findings()).isEmpty();
        assertThat(Buying.codes(invoices().compare(draft("", order, "0", "2.5"))))
            .containsExactly(PurchasingRefusal.BAD_QUANTITY);
        assertThat(buying.first(order).done(Step.INVOICED)).as("nothing was stored").isEqualByComparingTo("5");
    }

    @Test
    void whatIsOrderedReceivedAndInvoicedAlikeIsMatched() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 20, NOW);
        assertThat(invoices().receivedNotInvoiced(Optional.empty())).extracting(NotInvoiced::amount)
            .usingElementComparator(BigDecimal::compareTo).containsExactly(of("50"));
        Document invoice = enter("R-1", order, "12", "2.5").value();
        assertThat(invoice.state()).isEqualTo(SupplierInvoices.MATCHED);
        assertThat(invoice.number()).startsWith("SI-");
        assertThat(buying.first(order).done(Step.INVOICED)).isEqualByComparingTo("12");
        assertThat(invoices().receivedNotInvoiced(Optional.of(buying.acme())))
            .extracting(open -> open.open().amountText()).containsExactly("8");
        assertThat(invoices().receivedNotInvoiced(Optional.of(buying.zeta()))).isEmpty();
        assertThat(enter("R-1", order, "12", "2.5").value().id()).isEqualTo(invoice.id());
        enter("R-2", order, "8", "2.5").value();
        assertThat(invoices().receivedNotInvoiced(Optional.empty())).isEmpty();
        assertThat(value()).isEqualByComparingTo("50");
    }

    @Test
    void moreThanWasReceivedAndAnotherPriceBlock() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 10, NOW);
        Document invoice = enter("R-1", order, "11", "2.60").value();
        assertThat(invoice.state()).isEqualTo(SupplierInvoices.BLOCKED);
        assertThat(mismatches(invoice)).containsExactly(Mismatch.PRICE, Mismatch.MORE_THAN_RECEIVED);
        assertThat(value()).isEqualByComparingTo("25");
        tolerances("4", "0", "0", true);
        assertThat(invoices().rematch(invoice.id()).value().state()).isEqualTo(SupplierInvoices.BLOCKED);
        assertThat(mismatches(invoice)).containsExactly(Mismatch.MORE_THAN_RECEIVED);
        assertThat(waits(invoice)).containsExactly("purchasing.release-invoice");
        buying.receive(order, 1, 10, NOW);
        assertThat(waits(invoice)).contains("purchasing.match-invoice");
        Document matched = invoices().rematch(invoice.id()).value();
        assertThat(matched.state()).isEqualTo(SupplierInvoices.MATCHED);
        assertThat(Buying.codes(invoices().rematch(invoice.id()))).containsExactly(PurchasingRefusal.NOT_BLOCKED);
    }

    @Test
    void aPriceIsTheSameByPercentOrByTheAmountOfTheLine() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 20, NOW);
        tolerances("0", "0.99", "0", true);
        assertThat(mismatches(enter("R-1", order, "10", "2.6").value())).containsExactly(Mismatch.PRICE);
        tolerances("0", "1", "0", true);
        assertThat(mismatches(enter("R-2", order, "10", "2.6").value())).isEmpty();
    }

    @Test
    void twoWayMatchingAsksForTheOrderOnly() {
        tolerances("0", "0", "10", false);
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        assertThat(enter("R-1", order, "22", "2.5").value().state()).isEqualTo(SupplierInvoices.MATCHED);
        assertThat(mismatches(enter("R-2", order, "1", "2.5").value())).containsExactly(Mismatch.MORE_THAN_ORDERED);
    }

    @Test
    void rejectedAndReturnedGoodsAreNotPaid() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 20, NOW);
        buying.flow(order, 1, Step.REJECTED, 5, java.time.LocalDate.of(2026, 1, 15));
        buying.flow(order, 1, Step.RETURNED, 5, java.time.LocalDate.of(2026, 1, 15));
        assertThat(mismatches(enter("R-1", order, "16", "2.5").value())).containsExactly(Mismatch.MORE_THAN_RECEIVED);
        assertThat(invoices().receivedNotInvoiced(Optional.empty())).isEmpty();
    }

    @Test
    void thePriceDifferenceBecomesALateCostOfTheReceiptAndGoesWithItsReversal() {
        tolerances("10", "0", "0", true);
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 12, NOW);
        buying.receive(order, 1, 8, NOW);
        Document invoice = enter("R-1", order, "20", "2.6").value();
        assertThat(invoice.state()).isEqualTo(SupplierInvoices.MATCHED);
        assertThat(invoices().match(invoice.id()).orElseThrow().difference()).isEqualByComparingTo("2");
        assertThat(invoices().match(invoice.id()).orElseThrow().costed()).isTrue();
        assertThat(value()).isEqualByComparingTo("52");
        invoices().postDifference(invoice.id()).value();
        assertThat(value()).isEqualByComparingTo("52");
        assertThat(Buying.codes(invoices().reverse(invoice.id(), "back", Optional.empty(), "")))
            .containsExactly(PurchasingRefusal.REASON_MISSING);
        Document reversal = invoices().reverse(invoice.id(), "back", Optional.empty(), "wrong company").value();
        assertThat(reversal.state()).isEqualTo(SupplierInvoices.REVERSAL);
        assertThat(reversal.reverses()).hasValue(invoice.id());
        assertThat(buying.now(invoice).state()).isEqualTo(SupplierInvoices.REVERSED);
        assertThat(buying.first(order).done(Step.INVOICED)).isZero();
        assertThat(value()).isEqualByComparingTo("50");
        assertThat(invoices().reverse(invoice.id(), "back", Optional.empty(), "wrong company").value().id())
            .isEqualTo(reversal.id());
        assertThat(Buying.codes(invoices().reverse(invoice.id(), "back 2", Optional.empty(), "again")))
            .containsExactly(PurchasingRefusal.REVERSED_BEFORE);
        assertThat(value()).isEqualByComparingTo("50");
    }

    @Test
    void aReleaseIsRecordedWithItsReasonAndItsDifferenceIsPosted() {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 20, NOW);
        Document invoice = enter("R-1", order, "20", "3").value();
        assertThat(value()).isEqualByComparingTo("50");
        assertThat(Buying.codes(invoices().release(invoice.id(), " ")))
            .containsExactly(PurchasingRefusal.REASON_MISSING);
        assertThat(invoices().release(invoice.id(), "agreed by phone").value().state())
            .isEqualTo(SupplierInvoices.RELEASED);
        assertThat(value()).isEqualByComparingTo("60");
        assertThat(buying.orders().approvals(invoice.id())).singleElement().satisfies(record -> {
            assertThat(record.reason()).isEqualTo("agreed by phone");
            assertThat(record.findings()).contains("3", "2.5");
        });
        assertThat(buying.documents().trail(invoice.id())).extracting(DocumentEvent::action).contains("released",
            "difference posted");
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsStored() {
        Document order = buying.order("k1", buying.line("BOLT", 20));
        assertThat(Buying.codes(enter("R-1", order, "20", "2.5")))
            .containsExactly(PurchasingRefusal.SOURCE_NOT_APPROVED);
        buying.orders().approve(order.id(), Optional.empty()).value();
        Outcome<Document> refused = invoices().enter(new Draft("x", buying.zeta(), " ", Optional.empty(),
            Optional.empty(), Optional.of(Currency.getInstance("USD")),
            List.of(new Line(order.lines().getFirst().id(), of("0"), Optional.empty()),
                new Line(order.lines().getFirst().id(), of("0.5"), Optional.empty()))));
        assertThat(refused.refusals()).extracting(Refusal::code).startsWith(PurchasingRefusal.BAD_SETTING,
            PurchasingRefusal.OTHER_SUPPLIER, PurchasingRefusal.BAD_QUANTITY, PurchasingRefusal.LINE_TWICE,
            PurchasingRefusal.OTHER_SUPPLIER);
        assertThat(Buying.codes(invoices().enter(new Draft("x", buying.acme(), "R-9", Optional.empty(),
            Optional.empty(), Optional.of(Currency.getInstance("USD")),
            List.of(new Line(order.lines().getFirst().id(), of("1"), Optional.empty()))))))
            .containsExactly(PurchasingRefusal.OTHER_CURRENCY);
        assertThat(Buying.codes(invoices().enter(new Draft("x", buying.acme(), "R-9", Optional.empty(),
            Optional.empty(), Optional.empty(), List.of())))).containsExactly(DocumentRefusal.NO_LINES);
        enter("R-1", order, "20", "2.5").value();
        assertThat(Buying.codes(invoices().enter(new Draft("other key", buying.acme(), "R-1", Optional.empty(),
            Optional.empty(), Optional.empty(),
            List.of(new Line(order.lines().getFirst().id(), of("1"), Optional.empty()))))))
            .containsExactly(PurchasingRefusal.INVOICE_KNOWN);
        assertThat(buying.warehouse().rows("supplier_invoice")).isEqualTo(1);
    }

    @Test
    void twoInvoicesForTheSameGoodsAreNotBothMatched() throws Exception {
        Document order = buying.approved("k1", buying.line("BOLT", 20));
        buying.receive(order, 1, 20, NOW);
        buying.world().clock().advance(Duration.ofMinutes(1));
        List<String> states = Together.run(2, i -> () -> enter("R-" + i, order, "15", "2.5").value().state());
        assertThat(states).containsExactlyInAnyOrder(SupplierInvoices.MATCHED, SupplierInvoices.BLOCKED);
    }

}
