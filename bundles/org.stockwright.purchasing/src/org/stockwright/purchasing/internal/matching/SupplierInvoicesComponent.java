package org.stockwright.purchasing.internal.matching;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.PriceConversion;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.internal.matching.DifferencePosting.Difference;
import org.stockwright.purchasing.internal.orders.Approvals;
import org.stockwright.purchasing.internal.orders.OrderChecks;
import org.stockwright.purchasing.internal.orders.OrderDrafting;
import org.stockwright.purchasing.internal.orders.OrderSources;
import org.stockwright.purchasing.internal.orders.Texts;
import org.stockwright.purchasing.internal.orders.Tolerances;
import org.stockwright.security.spi.Guarded;

/** Suppliers' invoices. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.SupplierInvoices")
public final class SupplierInvoicesComponent implements SupplierInvoices, Guarded {

    private static final String TITLE = "supplier's invoice";

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final List<PriceConversion> conversions;
    private final List<DifferencePosting> postings;

    /** Lives as long as the open book. */
    @Activate
    public SupplierInvoicesComponent(@Reference StockWork stock, @Reference UnitOfWork work,
        @Reference DocumentBook book, @Reference OrderDrafting drafting,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PriceConversion> conversions,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<DifferencePosting> postings) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.drafting = drafting;
        this.conversions = List.copyOf(conversions);
        this.postings = List.copyOf(postings);
    }

    @Override
    public Outcome<Document> enter(Draft draft) {
        return stock.write(step -> entry(step, draft)).map(this::costed);
    }

    @Override
    public Outcome<Document> preview(Draft draft) {
        return stock.attempt(step -> entry(step, draft));
    }

    @Override
    public Outcome<Comparison> compare(Draft draft) {
        return stock.attempt(step -> new InvoiceEntry(step, book, draft, "").compare());
    }

    private Outcome<Document> entry(StockStep step, Draft draft) throws SQLException {
        return new InvoiceEntry(step, book, draft, OrderDrafting.hash(KIND, draft)).enter();
    }

    @Override
    public Outcome<Document> rematch(DocumentId invoice) {
        return work.write(transaction -> {
            OrderSources orders = OrderSources.of(transaction, book, invoice);
            Outcome<Document> blocked = blocked(orders, invoice);
            if (!blocked.isDone()) {
                return blocked;
            }
            List<Finding> findings = new Matching(new Tolerances(transaction)).invoice(blocked.value(),
                line -> orders.source(Optional.of(line)).orElseThrow());
            new InvoiceTable(transaction).findings(invoice, findings);
            if (findings.isEmpty()) {
                book.state(transaction, invoice, MATCHED, "matched", "");
            } else {
                book.tell(transaction, invoice, "still blocked", InvoiceEntry.told(findings));
            }
            return OrderChecks.now(transaction, book, invoice);
        }).map(this::costed);
    }

    private static Outcome<Document> blocked(OrderSources orders, DocumentId invoice) {
        return OrderChecks.of(orders.document(invoice), invoice, TITLE, KIND)
            .then(document -> document.state().equals(BLOCKED) ? Outcome.done(document)
                : Outcome.refused(PurchasingRefusal.NOT_BLOCKED, document.number()));
    }

    @Override
    public Outcome<Document> release(DocumentId invoice, String reason) {
        return work.write(transaction -> {
            Outcome<Document> blocked = blocked(OrderSources.of(transaction, book, invoice), invoice);
            Optional<Refusal> missing = Texts.reason(reason, "Say why it is to be paid.");
            if (!blocked.isDone() || missing.isPresent()) {
                return blocked.isDone() ? Outcome.refused(missing.get()) : blocked;
            }
            String told = InvoiceEntry.told(new InvoiceTable(transaction).find(invoice).map(Match::findings)
                .orElse(List.of()));
            new Approvals(transaction).add(blocked.value(), true, Optional.empty(), reason.strip(), told);
            book.state(transaction, invoice, RELEASED, "released", reason.strip() + ": " + told);
            return OrderChecks.now(transaction, book, invoice);
        }).map(this::costed);
    }

    @Override
    public Outcome<Document> reverse(DocumentId invoice, String key, Optional<Instant> date, String reason) {
        String hash = OrderDrafting.hash("invoice-reversal", List.of(invoice, key, date, reason));
        Optional<Refusal> missing = Texts.reason(reason, "Say why it is taken back.");
        return missing.isPresent() ? Outcome.refused(missing.get())
            : stock.write(step -> reverse(step, invoice, key, hash, date, reason.strip())).map(this::costed);
    }

    private Outcome<Document> reverse(StockStep step, DocumentId id, String key, String hash, Optional<Instant> date,
        String reason) throws SQLException {
        Transaction transaction = step.transaction();
        OrderSources orders = OrderSources.of(transaction, book, id);
        Optional<Outcome<Document>> known = book.known(transaction, key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        Outcome<Document> found = OrderChecks.of(orders.document(id), id, TITLE, KIND).then(document -> {
            boolean counts = List.of(MATCHED, BLOCKED, RELEASED).contains(document.state());
            return counts ? Outcome.done(document) : Outcome.refused(Refusal
                .of(PurchasingRefusal.REVERSED_BEFORE, document.number(), document.reversedBy()
                    .map(other -> "another document").orElse("itself"))
                .hint("Enter it again instead."));
        });
        if (!found.isDone()) {
            return found;
        }
        Document invoice = found.value();
        List<NewDocument.Line> lines = invoice.lines().stream()
            .map(line -> NewDocument.Line.of(line.itemId(), line.quantity()).entered(line.entered(), line.enteredUnit())
                .priced(line.price()).from(line.source()))
            .toList();
        NewDocument made = NewDocument
            .of(KIND, key, hash, REVERSAL, invoice.currency(), date.orElseGet(transaction::now), lines)
            .with(invoice.partner(), "", invoice.reference()).madeOf(invoice.source()).reversing(Optional.of(id));
        List<Refusal> refusals = book.check(made);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Document reversal = book.store(transaction, made, step.number(SupplierInvoiceKind.SERIES));
        List<Flow> flows = new ArrayList<>();
        for (DocumentLine line : reversal.lines()) {
            flows.add(new Flow(line.source().orElseThrow(), Step.INVOICED, line.quantity().amount().negate(),
                Optional.of(line.id()), reversal.effective()));
        }
        book.flow(transaction, flows);
        book.tell(transaction, reversal.id(), "reverses", invoice.number() + ": " + reason);
        book.state(transaction, id, REVERSED, "reversed", reversal.number() + ": " + reason);
        return OrderChecks.now(transaction, book, reversal.id());
    }

    @Override
    public Outcome<Document> postDifference(DocumentId invoice) {
        Outcome<Document> found = work.read(transaction -> OrderChecks.of(
            book.read(transaction, List.of(invoice)).stream().findFirst(), invoice, TITLE, KIND));
        return found.then(this::post);
    }

    /** Posts the difference of an invoice that was just matched, and tells its trail when that is not possible. */
    private Document costed(Document document) {
        Outcome<Document> posted = post(document);
        if (posted.isDone()) {
            return posted.value();
        }
        String told = String.join(" ", posted.refusals().stream().map(Refusal::toString).toList());
        return work.write(transaction -> {
            book.tell(transaction, document.id(), "difference not posted", told);
            return Outcome.done(document);
        }).value();
    }

    /** Posts the difference of an invoice that is to be paid, or takes that of a reversed one back. */
    private Outcome<Document> post(Document document) {
        Optional<DocumentId> reversed = document.reverses();
        DocumentId id = reversed.orElse(document.id());
        Optional<Match> match = match(id);
        boolean counts = document.state().equals(MATCHED) || document.state().equals(RELEASED);
        boolean due = match.isPresent() && match.get().threeWay() && match.get().difference().signum() != 0
            && (reversed.isPresent() ? match.get().costed() : counts && !match.get().costed());
        if (!due || postings.isEmpty()) {
            return Outcome.done(document);
        }
        // the orders were locked when the invoice was matched; prices of invoiced lines do not change
        Outcome<List<Difference>> differences = work.attempt(transaction -> new Differences(transaction, book,
            drafting.currency(), conversions).of(book.read(transaction, List.of(id)).getFirst(),
                reversed.map(other -> document)));
        return differences.then(postings.getFirst()::post).then(count -> work.write(transaction -> {
            new InvoiceTable(transaction).costed(id, reversed.isEmpty());
            book.tell(transaction, document.id(), reversed.isEmpty() ? "difference posted" : "difference taken back",
                Matching.plain(match.get().difference()) + " " + document.currency());
            return OrderChecks.now(transaction, book, document.id());
        }));
    }

    @Override
    public Optional<Match> match(DocumentId invoice) {
        return work.read(transaction -> new InvoiceTable(transaction).find(invoice));
    }

    @Override
    public List<NotInvoiced> receivedNotInvoiced(Optional<PartnerId> supplier) {
        return work.read(transaction -> ReceivedNotInvoiced.read(transaction, book, supplier));
    }

}
