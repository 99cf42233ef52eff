package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Rational;
import org.stockwright.base.Rounding;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.security.spi.Guarded;

/** Tells receiving what an order still takes, and hears when something came. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.purchasing.spi.OrderReceiving")
public final class OrderReceivingComponent implements OrderReceiving, Guarded {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DocumentBook book;

    @Activate
    public OrderReceivingComponent(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public Tolerance tolerance(Transaction transaction, Document order, DocumentLine line) throws SQLException {
        return new Tolerances(transaction).delivery(order.partner(), line.itemId());
    }

    @Override
    public BigDecimal mostToReceive(Transaction transaction, Document order, DocumentLine line) throws SQLException {
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal most = Rational.of(Tolerances.with(wanted, tolerance(transaction, order, line).over()))
            .roundTo(line.quantity().unit().step(), Rounding.DOWN);
        return most.subtract(line.done(Step.RECEIVED)).max(BigDecimal.ZERO);
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        Tolerances tolerances = new Tolerances(transaction);
        for (Document order : book.read(transaction, List.of(id))) {
            boolean complete = order.lines().stream().allMatch(
                line -> isComplete(line, tolerances.delivery(order.partner(), line.itemId())));
            if (complete && PurchaseOrders.RECEIVABLE.contains(order.state())) {
                book.state(transaction, id, PurchaseOrders.CLOSED, "received", "");
            } else if (!complete && order.state().equals(PurchaseOrders.CLOSED)) {
                boolean confirmed = order.lines().stream().anyMatch(line -> line.done(Step.CONFIRMED).signum() > 0);
                book.state(transaction, id, confirmed ? PurchaseOrders.CONFIRMED : PurchaseOrders.SENT, "open again",
                    "");
            }
        }
    }

    private static boolean isComplete(DocumentLine line, Tolerance tolerance) {
        BigDecimal wanted = line.quantity().amount().subtract(line.done(Step.CANCELLED));
        BigDecimal least = wanted.multiply(HUNDRED.subtract(tolerance.under())).divide(HUNDRED);
        return line.done(Step.RECEIVED).compareTo(least) >= 0;
    }

}
