package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * What happens when two writers meet. Everything is checked before it is written, so a row that is there nevertheless,
 * or one that is not as it was read, was written by somebody else a moment ago: the work begins again, sees it and
 * refuses or overwrites it.
 */
final class Races {

    private static final String DUPLICATE = "23505";
    private static final String RETRY = "40001";

    private Races() {
    }

    /** The same work, which asks to be tried again when another writer was faster. */
    static <T> UnitOfWork.Work<Outcome<T>> guarded(UnitOfWork.Work<Outcome<T>> work) {
        return (Transaction tx) -> {
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
