package org.stockwright.purchasing.spi;

import java.sql.SQLException;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Unguarded;

/**
 * Where a requisition stands once its lines have gone on. Thread-safe; each call is used with its transaction's thread.
 */
@ProviderType
@Unguarded("An area that fulfils a requisition has checked who may.")
public interface RequisitionProgress {

    /**
     * To be called behind flows of a requisition's lines ({@code ORDERED} from a supplier, {@code SHIPPED} from stock, and
     * the same taken back), with the requisition locked: one of which nothing is open any more is fulfilled, and one of
     * which something is open again is approved.
     */
    void settle(Transaction transaction, DocumentId requisition) throws SQLException;

}
