package org.stockwright.purchasing.spi;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;

/**
 * A kind of document of another area whose lines are ordered from suppliers. Register it as an OSGi service: it is then asked
 * before a line is ordered, and hears when more or less of it is. Called inside the unit of work of the purchase order, with
 * the document locked.
 */
@ConsumerType
public interface OrderedDemand {

    /** The id of the kind of document. */
    String kind();

    /**
     * Why so much more of a line cannot be ordered; empty when it can.
     *
     * @param quantity in the item's base unit
     * @param shipTo our place that it would be delivered to, if the order names one
     */
    Optional<Refusal> refusal(Transaction transaction, Document document, DocumentLine line, BigDecimal quantity,
        Optional<LocationId> shipTo) throws SQLException;

    /** Lets the document follow how much of its lines is ordered now. */
    void settle(Transaction transaction, DocumentId document) throws SQLException;

}
