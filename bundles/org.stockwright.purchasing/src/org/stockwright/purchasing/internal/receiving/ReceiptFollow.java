package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.sql.SQLException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.spi.ReceiptSource;

/** A receipt follows what becomes of its goods: inspected, put away, sent back. */
@Component
public final class ReceiptFollow implements ReceiptSource {

    private final DocumentBook book;

    @Activate
    public ReceiptFollow(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return Receipts.KIND;
    }

    @Override
    public boolean isReceivable(Document document) {
        return false;
    }

    /** How much of a receipt's line waits for inspection. */
    public static BigDecimal pending(DocumentLine line) {
        return line.quantity().amount().subtract(line.done(Step.ACCEPTED)).subtract(line.done(Step.REJECTED));
    }

    /** How much of a receipt's line was accepted and is neither put away nor sent back. */
    public static BigDecimal toPutAway(DocumentLine line) {
        BigDecimal goodReturned = line.done(Step.RETURNED).subtract(line.done(Step.REJECTED)).max(BigDecimal.ZERO);
        return line.done(Step.ACCEPTED).subtract(line.done(Step.PUT_AWAY)).subtract(goodReturned).max(BigDecimal.ZERO);
    }

    /** Whether nothing of a receipt waits to be inspected or put away. */
    static boolean isStored(Document receipt) {
        return receipt.lines().stream()
            .allMatch(line -> pending(line).signum() <= 0 && toPutAway(line).signum() == 0);
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        Document receipt = book.lock(transaction, id).orElseThrow();
        boolean isStored = isStored(receipt);
        boolean wasStored = receipt.state().equals(States.STORED);
        if (isStored != wasStored && (wasStored || receipt.state().equals(States.RECEIVED))) {
            book.state(transaction, id, isStored ? States.STORED : States.RECEIVED, isStored ? "stored" : "open again",
                "");
        }
    }

}
