package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.Comparison;
import org.stockwright.purchasing.SupplierInvoices.Draft;
import org.stockwright.purchasing.SupplierInvoices.Finding;
import org.stockwright.purchasing.SupplierInvoices.Line;
import org.stockwright.purchasing.SupplierInvoices.LineMatch;
import org.stockwright.purchasing.SupplierInvoices.Match;
import org.stockwright.purchasing.internal.orders.OrderSources;
import org.stockwright.purchasing.internal.orders.Tolerances;
import org.stockwright.purchasing.internal.orders.UnitPrices;

/** Enters an invoice: its orders are locked, its lines checked and matched. For one transaction. */
final class InvoiceEntry {

    private final StockStep step;
    private final Transaction transaction;
    private final DocumentBook book;
    private final Draft draft;
    private final String hash;
    private final OrderSources orders;
    private final List<Refusal> refusals = new ArrayList<>();

    InvoiceEntry(StockStep step, DocumentBook book, Draft draft, String hash) throws SQLException {
        this.step = step;
        this.transaction = step.transaction();
        this.book = book;
        this.draft = draft;
        this.hash = hash;
        this.orders = new OrderSources(transaction, book, List.of(),
            draft.lines().stream().map(Line::orderLine).toList());
    }

    Outcome<Document> enter() throws SQLException {
        Optional<Outcome<Document>> known = book.known(transaction, draft.key(), hash);
        if (known.isPresent()) {
            return known.get();
        }
        InvoiceTable table = new InvoiceTable(transaction);
        if (draft.invoice().isBlank()) {
            refusals.add(Refusal.of(PurchasingRefusal.BAD_SETTING, "''", "the supplier's number of an invoice")
                .hint("Give the number that is printed on it."));
        } else {
            table.known(draft.supplier(), draft.invoice().strip()).ifPresent(number -> refusals.add(Refusal
                .of(PurchasingRefusal.INVOICE_KNOWN, draft.invoice().strip(), draft.supplier(), number)
                .hint("Reverse that one first if this one takes its place.")));
        }
        Currency currency = currency();
        List<NewDocument.Line> lines = lines(currency);
        Instant date = draft.date().orElseGet(transaction::now);
        NewDocument made = NewDocument
            .of(SupplierInvoices.KIND, draft.key(), hash, SupplierInvoices.BLOCKED, currency, date, lines)
            .with(draft.supplier(), "", draft.invoice().strip()).wanted(draft.due(), 0)
            .madeOf(draft.lines().stream().flatMap(line -> order(line).stream()).map(Document::id).findFirst());
        if (refusals.isEmpty()) {
            refusals.addAll(book.check(made));
        }
        return refusals.isEmpty() ? Outcome.done(store(made, table)) : Outcome.refused(refusals);
    }

    /** How the lines would be matched; nothing is stored. */
    Outcome<Comparison> compare() throws SQLException {
        Currency currency = currency();
        List<NewDocument.Line> lines = lines(currency);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Tolerances tolerances = new Tolerances(transaction);
        return Outcome.done(new Comparison(tolerances.matching(), currency, matched(lines, new Matching(tolerances))));
    }

    private Currency currency() {
        return draft.currency().or(() -> draft.lines().stream().flatMap(line -> order(line).stream())
            .map(Document::currency).findFirst()).orElseGet(() -> Currency.getInstance("EUR"));
    }

    private List<LineMatch> matched(List<NewDocument.Line> lines, Matching matching) {
        List<LineMatch> matched = new ArrayList<>();
        for (NewDocument.Line line : lines) {
            int number = matched.size() + 1;
            DocumentLine order = orders.source(line.source()).orElseThrow();
            BigDecimal price = line.price().orElse(BigDecimal.ZERO);
            BigDecimal expected = order.price().orElse(BigDecimal.ZERO);
            List<Finding> findings = matching.line(number, order, price, line.entered(),
                order.done(Step.INVOICED).add(line.quantity().amount()));
            matched.add(new LineMatch(number, base(order, Matching.ordered(order)), base(order, Matching.kept(order)),
                base(order, order.done(Step.INVOICED)), expected, price.subtract(expected).multiply(line.entered()),
                findings));
        }
        return matched;
    }

    private static Quantity base(DocumentLine order, BigDecimal amount) {
        return new Quantity(amount, order.quantity().unit());
    }

    private Optional<Document> order(Line line) {
        return orders.source(Optional.of(line.orderLine())).flatMap(source -> orders.document(source.document()));
    }

    private List<NewDocument.Line> lines(Currency currency) {
        List<NewDocument.Line> lines = new ArrayList<>();
        Set<Long> sources = new HashSet<>();
        int number = 0;
        for (Line line : draft.lines()) {
            number++;
            int at = number;
            List<Refusal> found = new ArrayList<>();
            if (!sources.add(line.orderLine().value())) {
                found.add(Refusal.of(PurchasingRefusal.LINE_TWICE, number).hint("Add the two quantities."));
            }
            Optional<Document> order = order(line);
            if (order.isEmpty()) {
                found.add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, "The invoice's order", line.orderLine()));
            } else {
                checkOrder(order.get(), currency, found);
                quantity(line, orders.source(Optional.of(line.orderLine())).orElseThrow(), found)
                    .ifPresent(lines::add);
            }
            found.forEach(refusal -> refusals.add(refusal.at(Refusal.Place.line(at))));
        }
        return lines;
    }

    private void checkOrder(Document order, Currency currency, List<Refusal> found) {
        if (!order.kind().equals(PurchaseOrders.KIND)) {
            found.add(Refusal.of(PurchasingRefusal.OTHER_KIND, order.number(), "purchase order"));
        } else if (!PurchaseOrders.RECEIVABLE.contains(order.state())
            && !order.state().equals(PurchaseOrders.CLOSED)) {
            found.add(Refusal.of(PurchasingRefusal.SOURCE_NOT_APPROVED, order.number(), order.state())
                .hint("Approve the order first."));
        } else if (!order.partner().equals(draft.supplier())) {
            found.add(Refusal.of(PurchasingRefusal.OTHER_SUPPLIER, order.number(), order.partnerCode(),
                draft.supplier()).hint("Enter it for " + order.partnerCode() + "."));
        } else if (!order.currency().equals(currency)) {
            found.add(Refusal.of(PurchasingRefusal.OTHER_CURRENCY, currency, order.number(), order.currency())
                .hint("Enter it in " + order.currency() + "."));
        }
    }

    private static Optional<NewDocument.Line> quantity(Line line, DocumentLine source, List<Refusal> found) {
        if (line.quantity().signum() <= 0) {
            found.add(Refusal.of(PurchasingRefusal.BAD_QUANTITY, line.quantity().toPlainString(), source.item())
                .hint("Invoice more than nothing; reverse an invoice to take it back."));
            return Optional.empty();
        }
        Outcome<Quantity> quantity = Quantity.checked(UnitPrices.toBase(source, line.quantity()),
            source.quantity().unit());
        found.addAll(quantity.refusals());
        return quantity.isDone() ? Optional.of(NewDocument.Line.of(source.itemId(), quantity.value())
            .entered(line.quantity(), source.enteredUnit()).priced(line.price().or(source::price))
            .from(Optional.of(source.id()))) : Optional.empty();
    }

    private Document store(NewDocument made, InvoiceTable table) throws SQLException {
        Matching matching = new Matching(new Tolerances(transaction));
        List<LineMatch> matched = matched(made.lines(), matching);
        List<Finding> findings = matched.stream().flatMap(line -> line.findings().stream()).toList();
        BigDecimal difference = matched.stream().map(LineMatch::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        Document invoice = book.store(transaction, made, step.number(SupplierInvoiceKind.SERIES));
        List<Flow> flows = new ArrayList<>();
        for (DocumentLine line : invoice.lines()) {
            flows.add(new Flow(line.source().orElseThrow(), Step.INVOICED, line.quantity().amount(),
                Optional.of(line.id()), invoice.effective()));
        }
        book.flow(transaction, flows);
        table.store(invoice.id(), new Match(matching.threeWay(), findings, difference, difference.signum() == 0));
        String state = findings.isEmpty() ? SupplierInvoices.MATCHED : SupplierInvoices.BLOCKED;
        book.state(transaction, invoice.id(), state, findings.isEmpty() ? "matched" : "blocked", told(findings));
        return book.read(transaction, List.of(invoice.id())).getFirst();
    }

    /** Findings in the words of the trail. */
    static String told(List<Finding> findings) {
        return String.join(" ", findings.stream().map(finding -> "Line " + finding.line() + ": " + finding.detail())
            .toList());
    }

}
