package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.spi.IncomingSupply;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;

/** What was ordered from suppliers, or from another place of ours, and has not arrived. */
@Component
public final class OrderedSupply implements IncomingSupply {

    private final DocumentBook book;

    /** Over all documents. */
    @Activate
    public OrderedSupply(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public List<Supply> incoming(Transaction transaction, Set<ItemId> items) throws SQLException {
        List<Supply> result = new ArrayList<>();
        LineQuery query = new LineQuery(Set.of(PurchaseOrders.KIND, OrderKind.TRANSFER.id()), Set.of(), true, items,
            Optional.empty());
        book.lines(transaction, query, (head, line) -> add(head, line, result));
        return result;
    }

    private static void add(Document head, DocumentLine line, List<Supply> result) {
        BigDecimal open = line.open(Step.RECEIVED);
        boolean transfer = OrderKind.TRANSFER.id().equals(head.kind());
        // an order that is not approved yet promises nothing, and what goes straight to a customer never comes here
        if (open.signum() > 0 && !PurchaseOrders.isDropShip(head)
            && (transfer || PurchaseOrders.RECEIVABLE.contains(head.state()))) {
            result.add(new Supply(line.itemId(), open, line.promised().or(line::due).or(head::due),
                transfer ? head.target() : head.place(), head.number(), line.line()));
        }
    }

}
