package org.stockwright.ledger.spi;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Unguarded;

/**
 * What production orders cost beside what is used up for them, inside the unit of work of an area that makes something. An
 * OSGi service while valuation is installed; without it nothing is valued and nobody needs it. An order is the reference of
 * the postings that use goods up and make goods for it; something of it has been posted before it is charged or closed. To be
 * called behind the step's postings. Thread-safe; each call is used with its transaction's thread.
 */
@ProviderType
@Unguarded("An area that makes something has checked who may; what it costs is told to nobody.")
public interface OrderCosts {

    /**
     * Charges work to an order: what is made from that instant on takes it.
     *
     * @param key made by the sender, at most 128 characters: the same again is harmless
     * @param order the reference of the order
     * @param effective when it counts; before the instant of what shall take it
     * @param labour in the company's currency; not zero, with no more decimals than amounts of the book have
     * @param reason why, or empty
     * @return what was charged
     */
    Outcome<BigDecimal> charge(Transaction transaction, String key, String order, Instant effective, BigDecimal labour,
        String reason) throws SQLException;

    /**
     * Closes an order: what it holds at that instant, because nothing good came of it, is a cost variance.
     *
     * @return what it held
     */
    Outcome<BigDecimal> close(Transaction transaction, String key, String order, Instant effective, String reason)
        throws SQLException;

}
