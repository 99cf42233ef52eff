package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.security.Sessions;
import org.stockwright.security.spi.Guarded;

/** What departments want. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.Requisitions")
public final class RequisitionsComponent implements Requisitions, Guarded {

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final Sessions sessions;

    /** Lives as long as the open book. */
    @Activate
    public RequisitionsComponent(@Reference StockWork stock, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference OrderDrafting drafting, @Reference Sessions sessions) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.drafting = drafting;
        this.sessions = sessions;
    }

    @Override
    public Outcome<Document> submit(Draft draft) {
        String hash = OrderDrafting.hash(KIND, draft);
        Optional<Outcome<Document>> known = work.read(transaction -> book.known(transaction, draft.key(), hash));
        return known.orElseGet(() -> new RequisitionDrafting(drafting).document(draft, hash, work.clock().instant())
            .then(made -> {
                List<Refusal> refusals = book.check(made);
                return refusals.isEmpty() ? stock.write(step -> store(step, made)) : Outcome.refused(refusals);
            }));
    }

    private Outcome<Document> store(StockStep step, NewDocument made) throws SQLException {
        Transaction transaction = step.transaction();
        Optional<Outcome<Document>> known = book.known(transaction, made.key(), made.hash());
        return known.isPresent() ? known.get()
            : Outcome.done(book.store(transaction, made, step.number(RequisitionKind.SERIES)));
    }

    @Override
    public Outcome<Document> approve(DocumentId requisition) {
        return work.write(transaction -> {
            Outcome<Document> found = submitted(transaction, requisition, "approved");
            if (!found.isDone()) {
                return found;
            }
            Document document = found.value();
            if (sessions.hasUsers() && Limits.key(document.user()).equals(Limits.key(transaction.user()))) {
                return Outcome.refused(Refusal
                    .of(PurchasingRefusal.OWN_REQUEST, document.number(), document.user())
                    .hint("Somebody else who may approve decides."));
            }
            Limits limits = new Limits(transaction);
            Limits.Allowed allowed = limits.of(document);
            Optional<Refusal> over = limits.refusal(document, allowed);
            if (over.isPresent()) {
                return Outcome.refused(over.get());
            }
            new Approvals(transaction).add(document, true, allowed.limit(), "", "");
            book.state(transaction, requisition, APPROVED, "approved", allowed.limit()
                .map(limit -> "Limit " + limit.toPlainString() + " " + document.currency()).orElse(""));
            return OrderChecks.now(transaction, book, requisition);
        });
    }

    private Outcome<Document> submitted(Transaction transaction, DocumentId id, String what) throws SQLException {
        return OrderChecks.of(book.lock(transaction, id), id, KIND, KIND)
            .then(document -> OrderChecks.in(document, what, SUBMITTED));
    }

    @Override
    public Outcome<Document> reject(DocumentId requisition, String reason) {
        return work.write(transaction -> {
            Outcome<Document> found = submitted(transaction, requisition, "rejected");
            Optional<Refusal> missing = Texts.reason(reason, "Say why: the requester will read it.");
            if (!found.isDone() || missing.isPresent()) {
                return found.isDone() ? Outcome.refused(missing.get()) : found;
            }
            new Approvals(transaction).add(found.value(), false, new Limits(transaction).of(found.value()).limit(),
                reason.strip(), "");
            book.state(transaction, requisition, REJECTED, "rejected", reason.strip());
            return OrderChecks.now(transaction, book, requisition);
        });
    }

    @Override
    public Outcome<Document> cancel(DocumentId requisition, String reason) {
        return work.write(transaction -> {
            Outcome<Document> found = OrderChecks.of(book.lock(transaction, requisition), requisition, KIND, KIND)
                .then(document -> OrderChecks.in(document, "cancelled", SUBMITTED, APPROVED));
            Optional<Refusal> missing = Texts.reason(reason, "Say why it is not wanted any more.");
            if (!found.isDone() || missing.isPresent()) {
                return found.isDone() ? Outcome.refused(missing.get()) : found;
            }
            List<Flow> flows = new ArrayList<>();
            boolean begun = false;
            for (DocumentLine line : found.value().lines()) {
                BigDecimal open = OrderSources.open(line);
                begun |= line.done(Step.ORDERED).signum() > 0 || line.done(Step.SHIPPED).signum() > 0;
                if (open.signum() > 0) {
                    flows.add(new Flow(line.id(), Step.CANCELLED, open, Optional.empty(), transaction.now()));
                }
            }
            book.flow(transaction, flows);
            book.state(transaction, requisition, begun ? FULFILLED : CANCELLED, "cancelled", reason.strip());
            return OrderChecks.now(transaction, book, requisition);
        });
    }

    @Override
    public Outcome<List<Document>> order(String key, DocumentId requisition, Optional<PartnerId> supplier,
        List<Integer> lines, boolean anyQuantity) {
        RequisitionOrdering ordering = new RequisitionOrdering(book, drafting, key, requisition, supplier, lines,
            anyQuantity);
        Outcome<List<Document>> known = work.read(ordering::known);
        if (!known.isDone() || !known.value().isEmpty()) {
            return known;
        }
        Outcome<Document> document = work.read(transaction -> OrderChecks
            .of(book.read(transaction, List.of(requisition)).stream().findFirst(), requisition, KIND, KIND)
            .then(found -> OrderChecks.in(found, "ordered", APPROVED)));
        return document.then(found -> ordering.orders(found, work.clock().instant()))
            .then(made -> stock.write(step -> OrderPlacing.storeAll(step, book, drafting.demands(), made)));
    }

}
