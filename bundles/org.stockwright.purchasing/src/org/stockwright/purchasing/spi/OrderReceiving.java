package org.stockwright.purchasing.spi;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Unguarded;

/**
 * What receiving asks of purchase orders and tells them, inside its own unit of work and with the order locked.
 * Thread-safe; each call is used with its transaction's thread.
 */
@ProviderType
@Unguarded("Whoever receives has been checked by receiving.")
public interface OrderReceiving {

    /**
     * How much more or less than ordered is taken.
     *
     * @param over percent of the ordered quantity, 0 or more
     * @param under percent of the ordered quantity, 0 to 100
     */
    record Tolerance(BigDecimal over, BigDecimal under) {

        /** Exactly what was ordered. */
        public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, BigDecimal.ZERO);

    }

    /** The tolerance for a line: of supplier and item, or else of the item, of the supplier, or of all. */
    Tolerance tolerance(Transaction transaction, Document order, DocumentLine line) throws SQLException;

    /**
     * How much more of a line may be received, in the item's base unit: what was ordered and not cancelled, and the
     * tolerance, rounded down to the unit's step, less what was received; not negative.
     */
    BigDecimal mostToReceive(Transaction transaction, Document order, DocumentLine line) throws SQLException;

    /**
     * What a base unit of a line costs in the company's currency, with all decimals that a price may have; empty when the
     * line has no price.
     *
     * @param at whose exchange rate counts
     */
    Outcome<Optional<BigDecimal>> unitCost(Document order, DocumentLine line, Instant at);

    /**
     * To be called behind the flows of a receipt, its reversal, or a return that is to be replaced: an order whose lines
     * are all received, less the tolerance, is closed; a closed one of which something is open again is opened.
     */
    void settle(Transaction transaction, DocumentId order) throws SQLException;

}
