package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.purchasing.spi.ReceiptSource;

/** Goods are received against purchase orders. */
@Component
public final class PurchaseOrderSource implements ReceiptSource {

    private final DocumentBook book;
    private final List<OrderReceiving> orders;

    @Activate
    public PurchaseOrderSource(@Reference DocumentBook book,
        @Reference(policyOption = ReferencePolicyOption.GREEDY) List<OrderReceiving> orders) {
        this.book = book;
        this.orders = List.copyOf(orders);
    }

    @Override
    public String kind() {
        return PurchaseOrders.KIND;
    }

    @Override
    public boolean isReceivable(Document document) {
        return PurchaseOrders.RECEIVABLE.contains(document.state());
    }

    @Override
    public BigDecimal mostToReceive(Transaction transaction, Document document, DocumentLine line)
        throws SQLException {
        return orders.isEmpty() ? line.open(Step.RECEIVED)
            : orders.getFirst().mostToReceive(transaction, document, line);
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        if (!orders.isEmpty()) {
            orders.getFirst().settle(transaction, id);
            return;
        }
        Document order = book.lock(transaction, id).orElseThrow();
        boolean complete = order.lines().stream().allMatch(line -> line.open(Step.RECEIVED).signum() == 0);
        if (complete && isReceivable(order)) {
            book.state(transaction, id, PurchaseOrders.CLOSED, "received", "");
        } else if (!complete && order.state().equals(PurchaseOrders.CLOSED)) {
            book.state(transaction, id, PurchaseOrders.SENT, "open again", "");
        }
    }

}
