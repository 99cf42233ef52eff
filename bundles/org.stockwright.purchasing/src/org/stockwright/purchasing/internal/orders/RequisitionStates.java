package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.spi.RequisitionProgress;
import org.stockwright.security.spi.Guarded;

/** Says where a requisition stands once its lines have gone on. */
@Component(service = Guarded.class, property = Guarded.SERVICES
    + "=org.stockwright.purchasing.spi.RequisitionProgress")
public final class RequisitionStates implements RequisitionProgress, Guarded {

    private final DocumentBook book;

    @Activate
    public RequisitionStates(@Reference DocumentBook book) {
        this.book = book;
    }

    @Override
    public void settle(Transaction transaction, DocumentId requisition) throws SQLException {
        settle(transaction, book, requisition);
    }

    static void settle(Transaction transaction, DocumentBook book, DocumentId requisition) throws SQLException {
        for (Document document : book.read(transaction, List.of(requisition))) {
            boolean open = document.lines().stream().anyMatch(line -> OrderSources.open(line).signum() > 0);
            if (document.state().equals(Requisitions.APPROVED) && !open) {
                book.state(transaction, requisition, Requisitions.FULFILLED, "fulfilled", "");
            } else if (document.state().equals(Requisitions.FULFILLED) && open) {
                book.state(transaction, requisition, Requisitions.APPROVED, "open again", "");
            }
        }
    }

}
