package org.stockwright.fulfilment.internal.orders;

import java.util.List;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.internal.availability.OrderPromises;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;

/** Places and changes orders. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.fulfilment.Orders")
public final class OrdersComponent implements Orders, Guarded {

    private final StockWork stockWork;
    private final UnitOfWork work;
    private final DocumentBook book;
    private final NewOrders newOrders;
    private final OrderPromises promises;

    /** Lives as long as the open book. */
    @Activate
    public OrdersComponent(@Reference StockWork stockWork, @Reference UnitOfWork work, @Reference DocumentBook book,
        @Reference NewOrders newOrders, @Reference OrderPromises promises) {
        this.stockWork = stockWork;
        this.work = work;
        this.book = book;
        this.newOrders = newOrders;
        this.promises = promises;
    }

    @Override
    public Outcome<Document> place(OrderRequest request) {
        return one(placeAll(List.of(request)));
    }

    @Override
    public Outcome<Document> rehearse(OrderRequest request) {
        return one(newOrders.prepare(List.of(request)).then(
            orders -> stockWork.attempt(step -> new OrderStore(book, promises, step).store(orders))));
    }

    /** Of one order, a refusal's place is a line of it. */
    static Outcome<Document> one(Outcome<List<Document>> orders) {
        return orders.isDone() ? Outcome.done(orders.value().getFirst()) : Outcome.refused(ofOne(orders.refusals()));
    }

    /** The refusals of a single order, whose key needs no telling. */
    static List<Refusal> ofOne(List<Refusal> refusals) {
        return refusals.stream().map(
            refusal -> refusal.at(new Refusal.Place("", refusal.place().line(), refusal.place().column()))).toList();
    }

    @Override
    public Outcome<List<Document>> placeAll(List<OrderRequest> requests) {
        if (requests.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("more than " + MOST_AT_ONCE + " orders: " + requests.size());
        }
        if (requests.stream().map(OrderRequest::key).collect(Collectors.toSet()).size() < requests.size()) {
            throw new IllegalArgumentException("two orders with the same key");
        }
        return newOrders.prepare(requests).then(
            orders -> stockWork.write(step -> new OrderStore(book, promises, step).store(orders)));
    }

    @Override
    public Outcome<Document> revise(DocumentId order, List<Change> changes, List<OrderRequest.Line> added, String why) {
        List<Document> found = work.read(transaction -> book.read(transaction, List.of(order)));
        if (found.isEmpty() || OrderKind.of(found.getFirst().kind()).isEmpty()) {
            return Outcome.refused(FulfilmentRefusal.UNKNOWN_ORDER, order);
        }
        Document before = found.getFirst();
        Outcome<List<NewDocument.Line>> lines = newOrders.more(OrderKind.of(before.kind()).orElseThrow(),
            before.partner(), before.currency(), added);
        return lines.then(
            more -> stockWork.write(step -> new OrderChanges(book, step).revise(order, changes, more, why)));
    }

    @Override
    public Outcome<Document> cancel(DocumentId order, List<Integer> lines, String why) {
        return stockWork.write(step -> new OrderChanges(book, step).cancel(order, lines, why));
    }

    @Override
    public Outcome<Document> split(DocumentId order, String key, List<Part> parts) {
        return stockWork.write(step -> new OrderChanges(book, step).split(order, key, parts));
    }

    @Override
    public Outcome<Document> close(DocumentId order, String why) {
        return stockWork.write(step -> new OrderChanges(book, step).close(order, why));
    }

}
