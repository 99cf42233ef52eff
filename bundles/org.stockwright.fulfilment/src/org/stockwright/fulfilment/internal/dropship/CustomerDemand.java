package org.stockwright.fulfilment.internal.dropship;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.orders.OrderLines;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderedDemand;

/**
 * Lines of customers' orders are ordered to be sent straight to the customer: never more than is neither held from stock nor
 * with a supplier already.
 */
@Component
public final class CustomerDemand implements OrderedDemand {

    private final DocumentBook book;
    private final Locations locations;

    /** Lives as long as the open book. */
    @Activate
    public CustomerDemand(@Reference DocumentBook book, @Reference Locations locations) {
        this.book = book;
        this.locations = locations;
    }

    @Override
    public String kind() {
        return OrderKind.CUSTOMER.id();
    }

    @Override
    public Optional<Refusal> refusal(Transaction transaction, Document order, DocumentLine line, BigDecimal quantity,
        Optional<LocationId> shipTo) throws SQLException {
        boolean straight = shipTo.flatMap(locations::get).map(Location::code)
            .filter(PurchaseOrders.DROP_SHIP::equals).isPresent();
        if (!straight) {
            return Optional.of(Refusal.of(FulfilmentRefusal.NOT_TO_THE_CUSTOMER, order.number(), line.line())
                .hint("Order it by drop-shipping, or order for stock without naming the customer's line."));
        }
        if (OrderLines.wanting(order).stream().noneMatch(one -> one.id().equals(line.id()))) {
            return Optional.of(Refusal.of(FulfilmentRefusal.KIT_IS_VIRTUAL, line.item())
                .hint("Let the supplier send its components: they have lines of their own."));
        }
        BigDecimal most = OrderLines.unheld(line,
            OrderLines.held(new AllocationRows(transaction).heldFor(List.of(order.id()))));
        return quantity.compareTo(most) <= 0 ? Optional.empty() : Optional.of(Refusal
            .of(FulfilmentRefusal.MORE_THAN_UNHELD, order.number(), line.line(),
                new Quantity(most, line.quantity().unit()), new Quantity(quantity, line.quantity().unit()))
            .hint("Give back what is held for the line first, or have less sent."));
    }

    @Override
    public void settle(Transaction transaction, DocumentId order) throws SQLException {
        new OrderStates(book, transaction).settle(List.of(order));
    }

}
