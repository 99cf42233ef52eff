package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Arrival;

/** Reads what is still to come of approved orders. */
final class Arrivals {

    private static final Comparator<Arrival> BY_DAY = Comparator
        .comparing((Arrival arrival) -> arrival.expected().orElse(LocalDate.MAX)).thenComparing(Arrival::order)
        .thenComparing(Arrival::line);

    private Arrivals() {
        // only functions
    }

    /**
     * What is to come of these items; of all when none is named.
     *
     * @param costs whether it is told what it costs
     */
    static List<Arrival> read(Transaction transaction, DocumentBook book, Set<ItemId> items, boolean costs)
        throws SQLException {
        List<Arrival> result = new ArrayList<>();
        book.lines(transaction, LineQuery.open(PurchaseOrders.KIND).in(PurchaseOrders.RECEIVABLE).of(items),
            (order, line) -> arrival(order, line, costs).ifPresent(result::add));
        result.sort(BY_DAY);
        return result;
    }

    private static Optional<Arrival> arrival(Document order, DocumentLine line, boolean costs) {
        BigDecimal open = line.open(Step.RECEIVED);
        if (open.signum() <= 0 || PurchaseOrders.isDropShip(order)) {
            return Optional.empty();
        }
        BigDecimal advised = line.done(Step.ADVISED).subtract(line.done(Step.RECEIVED)).max(BigDecimal.ZERO).min(open);
        return Optional.of(new Arrival(order.id(), order.number(), line.line(), order.partnerCode(),
            order.partnerName(), line.itemId(), line.item(), line.itemName(),
            new Quantity(open, line.quantity().unit()), new Quantity(advised, line.quantity().unit()),
            line.promised().or(line::due).or(order::due), line.promised().isPresent(), order.placeCode(),
            order.currency(),
            costs && line.price().isPresent() ? Optional.of(UnitPrices.amount(line, open).stripTrailingZeros())
                : Optional.empty()));
    }

}
