package org.stockwright.fulfilment.internal.orders;

import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.availability.OrderPromises;
import org.stockwright.ledger.spi.StockStep;

/** Places orders within the unit of work of whoever brings them, by the rules of {@link OrdersComponent}. */
@Component(service = OrderIntake.class)
public final class OrderIntake {

    private final DocumentBook book;
    private final NewOrders newOrders;
    private final OrderPromises promises;

    /** An order that nothing speaks against so far. */
    @FunctionalInterface
    public interface Checked {

        /** Stores it; the first one again when its key is known. May end in a lost race. */
        Outcome<Document> store(StockStep step) throws SQLException;

    }

    /** Lives as long as the open book. */
    @Activate
    public OrderIntake(@Reference DocumentBook book, @Reference NewOrders newOrders,
        @Reference OrderPromises promises) {
        this.book = book;
        this.newOrders = newOrders;
        this.promises = promises;
    }

    /** Checks an order outside of any unit of work. */
    public Outcome<Checked> check(OrderRequest request) {
        Outcome<List<PreparedOrder>> prepared = newOrders.prepare(List.of(request));
        return prepared.isDone()
            ? Outcome.done(
                step -> OrdersComponent.one(new OrderStore(book, promises, step).store(prepared.value())))
            : Outcome.refused(OrdersComponent.ofOne(prepared.refusals()));
    }

}
