package org.stockwright.ledger.spi;

import java.sql.SQLException;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.LedgerPermission;
import org.stockwright.security.Requires;

/**
 * The unit of work of an area whose documents move or hold stock: the area's own rows and what the ledger does are stored
 * together or not at all. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(LedgerPermission.VIEW)
public interface StockWork {

    /**
     * One step of a document.
     *
     * @param <T> what it yields
     */
    @FunctionalInterface
    interface Work<T> {

        /**
         * Does it; called again from the start, in a new transaction, when somebody else was quicker, as it may say itself by
         * a {@link LostRace}. It locks its own rows
         * first, by rising number, and then calls the ledger, each of {@link StockStep}'s methods at most once, so that two
         * who meet wait for each other and never in a circle.
         */
        Outcome<T> in(StockStep step) throws SQLException;

    }

    /**
     * Does the work and stores it when its outcome is done; a refused one stores nothing. It is repeated as a whole when
     * nobody knows whether it was stored: it has to find out by a key of its own.
     */
    <T> Outcome<T> write(Work<T> work);

    /** The outcome that {@link #write} would have now; nothing is stored. */
    <T> Outcome<T> attempt(Work<T> work);

}
