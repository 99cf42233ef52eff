package org.stockwright.purchasing.internal.receiving;

import java.sql.SQLException;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.spi.ReceiptSource;

/** Goods are received against purchase orders. */
@Component
public final class PurchaseOrderSource implements ReceiptSource {

    /** The kind of purchase orders. */
    public static final String KIND = "purchase-order";

    private static final Set<String> RECEIVABLE = Set.of("APPROVED", "SENT", "CONFIRMED");

    private final DocumentBook book;

    @Activate
    public PurchaseOrderSource(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isReceivable(Document document) {
        return RECEIVABLE.contains(document.state());
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        Document order = book.lock(transaction, id).orElseThrow();
        boolean complete = order.lines().stream().allMatch(line -> line.open(Step.RECEIVED).signum() == 0);
        if (complete && isReceivable(order)) {
            book.state(transaction, id, "CLOSED", "received", "");
        } else if (!complete && order.state().equals("CLOSED")) {
            book.state(transaction, id, "SENT", "open again", "");
        }
    }

}
