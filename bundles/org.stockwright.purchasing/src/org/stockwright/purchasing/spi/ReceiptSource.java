package org.stockwright.purchasing.spi;

import java.math.BigDecimal;
import java.sql.SQLException;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.persistence.Transaction;

/**
 * A kind of document that goods are received against. Register it as an OSGi service: receipts then find its lines, roll
 * quantities forward to them, and let it follow. Called inside the unit of work of a receipt, a put-away, a return or the
 * reversal of one, with the document locked.
 */
@ConsumerType
public interface ReceiptSource {

    /** The id of the kind of document. */
    String kind();

    /** Whether goods may be received against it as it stands. */
    boolean isReceivable(Document document);

    /** How much more of a line may come, in the item's base unit, with what is tolerated; not negative. */
    default BigDecimal mostToReceive(Transaction transaction, Document document, DocumentLine line)
        throws SQLException {
        return line.open(Step.RECEIVED);
    }

    /** Lets the document follow what became of its lines: closes it when nothing is open, opens it again when something is. */
    void settle(Transaction transaction, DocumentId document) throws SQLException;

}
