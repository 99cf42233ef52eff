package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.spi.Guarded;

/** Orders from suppliers. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.PurchaseOrders")
public final class PurchaseOrdersComponent implements PurchaseOrders, Guarded {

    private final StockWork stock;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final OrderDrafting drafting;
    private final Access access;

    /** Lives as long as the open book. */
    @Activate
    public PurchaseOrdersComponent(@Reference StockWork stock, @Reference UnitOfWork work,
        @Reference DocumentBook book, @Reference OrderDrafting drafting, @Reference Access access) {
        this.stock = stock;
        this.work = work;
        this.book = book;
        this.drafting = drafting;
        this.access = access;
    }

    @Override
    public Outcome<Document> place(Draft draft) {
        return make(KIND, draft, false);
    }

    @Override
    public Outcome<Document> preview(Draft draft) {
        return make(KIND, draft, true);
    }

    @Override
    public Outcome<Document> placeBlanket(Draft draft) {
        return make(BLANKET, draft, false);
    }

    private Outcome<Document> make(String kind, Draft draft, boolean trial) {
        // what was stored before is told again, even when the item is not active any more
        Optional<Outcome<Document>> known = work
            .read(transaction -> book.known(transaction, draft.key(), OrderDrafting.hash(kind, draft)));
        return known.orElseGet(() -> drafting.document(kind, draft, work.clock().instant()).then(this::checked)
            .then(made -> trial ? stock.attempt(step -> store(step, made)) : stock.write(step -> store(step, made))));
    }

    private Outcome<NewDocument> checked(NewDocument made) {
        List<Refusal> refusals = book.check(made);
        return refusals.isEmpty() ? Outcome.done(made) : Outcome.refused(refusals);
    }

    private Outcome<Document> store(StockStep step, NewDocument made) throws SQLException {
        return OrderPlacing.store(step, book, drafting.demands(), made);
    }

    @Override
    public Outcome<Document> callOff(String key, DocumentId blanket, Optional<Instant> ordered, List<Part> parts) {
        CallOff callOff = new CallOff(book, drafting, key, blanket, ordered, parts);
        Optional<Outcome<Document>> known = work
            .read(transaction -> book.known(transaction, key, callOff.hash()));
        return known.orElseGet(() -> work.read(transaction -> callOff.read(transaction, work.clock().instant()))
            .then(this::checked).then(made -> stock.write(step -> store(step, made))));
    }

    @Override
    public Outcome<Document> approve(DocumentId order, Optional<String> override) {
        return work.write(
            transaction -> new OrderApproval(book, drafting, access).approve(transaction, order, override));
    }

    @Override
    public List<Refusal> duplicates(DocumentId order) {
        return work.read(transaction -> {
            Optional<Document> found = book.read(transaction, List.of(order)).stream()
                .filter(document -> document.kind().equals(KIND) || document.kind().equals(BLANKET)).findFirst();
            return found.isEmpty() ? List.of() : new Duplicates(transaction, drafting.zone(),
                new Tolerances(transaction).matching().duplicateDays()).find(found.get());
        });
    }

    @Override
    public Outcome<Document> send(DocumentId order, String how) {
        return work.write(transaction -> new OrderChanges(transaction, book, drafting, order).send(how));
    }

    @Override
    public Outcome<Document> confirm(DocumentId order, String reference, List<Confirmation> lines) {
        return work.write(
            transaction -> new OrderChanges(transaction, book, drafting, order).confirm(reference, lines));
    }

    @Override
    public Outcome<Document> revise(DocumentId order, int revision, List<Revision> lines, String reason) {
        return work.write(
            transaction -> new OrderChanges(transaction, book, drafting, order).revise(revision, lines, reason));
    }

    @Override
    public Outcome<Document> closeShort(DocumentId order, String reason) {
        return work.write(transaction -> new OrderChanges(transaction, book, drafting, order).closeShort(reason));
    }

    @Override
    public Outcome<Document> cancel(DocumentId order, String reason) {
        return work.write(transaction -> new OrderChanges(transaction, book, drafting, order).cancel(reason));
    }

    @Override
    public List<Approval> approvals(DocumentId document) {
        return work.read(transaction -> new Approvals(transaction).of(document));
    }

    @Override
    public List<Arrival> arrivals(Optional<LocalDate> until) {
        boolean costs = access.may(SecurityPermission.COSTS);
        List<Arrival> all = work.read(transaction -> Arrivals.read(transaction, book, Set.of(), costs));
        return until.isEmpty() ? all : all.stream()
            .filter(arrival -> arrival.expected().filter(day -> !day.isAfter(until.get())).isPresent()).toList();
    }

    @Override
    public List<Arrival> onOrder(Set<ItemId> items) {
        boolean costs = access.may(SecurityPermission.COSTS);
        return work.read(transaction -> Arrivals.read(transaction, book, items, costs));
    }

}
