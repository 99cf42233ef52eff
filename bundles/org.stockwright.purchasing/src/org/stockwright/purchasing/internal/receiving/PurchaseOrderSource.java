package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.SQLException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.purchasing.spi.ReceiptSource;

/** Goods are received against purchase orders. */
@Component
public final class PurchaseOrderSource implements ReceiptSource {

    private final OrderReceiving orders;

    @Activate
    public PurchaseOrderSource(@Reference OrderReceiving orders) {
        this.orders = orders;
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
        return orders.mostToReceive(transaction, document, line);
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        orders.settle(transaction, id);
    }

}
