package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * What happens when two writers of master data meet: they take turns. Should somebody write past us nevertheless (a row
 * that is there although it was free, or one that is not as it was read), the work begins again, sees it and refuses or
 * overwrites it.
 */
final class Races {

    private static final String DUPLICATE = "23505";
    private static final String RETRY = "40001";

    private Races() {
    }

    /** The same work in its turn, which asks to be tried again when somebody else was faster. */
    static <T> UnitOfWork.Work<Outcome<T>> guarded(UnitOfWork.Work<Outcome<T>> work) {
        return (Transaction tx) -> {
            takeTurn(tx);
            try {
                return work.in(tx);
            } catch (SQLException e) {
                if (isDuplicate(e)) {
                    throw new SQLTransactionRollbackException("Another writer was faster", RETRY, e);
                }
                throw e;
            }
        };
    }

    /** Waits until no other writer of master data, here or elsewhere, is at work; nothing that postings need is locked. */
    private static void takeTurn(Transaction tx) throws SQLException {
        Chunks.query(tx.connection(),
            "SELECT name FROM setting WHERE name = 'catalog.writers'" + tx.dialect().forUpdate(), row -> {
                // reading the row locks it
            });
    }

    /** Asks for another try when rows that were to be changed were not as they had been read. */
    static void requireAllFound(int missed) throws SQLTransactionRollbackException {
        if (missed > 0) {
            throw new SQLTransactionRollbackException("Another writer was faster", RETRY);
        }
    }

    private static boolean isDuplicate(SQLException failure) {
        for (SQLException e = failure; e != null; e = e.getNextException()) {
            if (DUPLICATE.equals(e.getSQLState())) {
                return true;
            }
        }
        return false;
    }

}
