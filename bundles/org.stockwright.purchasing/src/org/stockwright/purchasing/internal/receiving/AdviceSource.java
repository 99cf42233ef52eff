package org.stockwright.purchasing.internal.receiving;

import java.sql.SQLException;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.spi.ReceiptSource;

/** Goods are received against advices. */
@Component
public final class AdviceSource implements ReceiptSource {

    private final DocumentBook book;

    @Activate
    public AdviceSource(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public String kind() {
        return Receipts.ADVICE;
    }

    @Override
    public boolean isReceivable(Document document) {
        return document.isOpen();
    }

    @Override
    public void settle(Transaction transaction, DocumentId id) throws SQLException {
        Document advice = book.lock(transaction, id).orElseThrow();
        boolean arrived = advice.lines().stream().allMatch(line -> line.open(Step.RECEIVED).signum() == 0);
        String state = arrived ? States.ARRIVED : States.ANNOUNCED;
        if (!state.equals(advice.state())) {
            book.state(transaction, id, state, arrived ? "arrived" : "open again", "");
        }
    }

}
