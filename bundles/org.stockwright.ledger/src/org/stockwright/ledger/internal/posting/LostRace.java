package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

import org.stockwright.persistence.StoreException;

/**
 * Somebody else was quicker: made the same key, lot, balance or number series, or changed a policy. The command begins
 * again and finds what the other one made.
 */
final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;
    /** Unique and check constraints; the numbers of check constraints differ between the databases. */
    private static final Set<String> STATES = Set.of("23505", "23513", "23514");
    private static final int TRIES = 8;

    LostRace() {
        super("somebody else was quicker", null, false, false);
    }

    /** Runs a command, again when it lost a race. */
    static <T> T again(Supplier<T> command, Runnable betweenTries) {
        for (int tries = 1;; tries++) {
            try {
                return command.get();
            } catch (LostRace | StoreException e) {
                if (tries == TRIES || !isRace(e)) {
                    throw e;
                }
                betweenTries.run();
            }
        }
    }

    private static boolean isRace(RuntimeException e) {
        if (e instanceof LostRace) {
            return true;
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                for (SQLException next = sql; next != null; next = next.getNextException()) {
                    if (STATES.contains(String.valueOf(next.getSQLState()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

}
