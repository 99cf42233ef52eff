package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import org.stockwright.base.Outcome;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreRefusal;

/** Runs commands again when somebody else was quicker, and finds out what nobody knows to be stored. */
final class Races {

    /** Unique and check constraints; the numbers of check constraints differ between the databases. */
    private static final Set<String> STATES = Set.of("23505", "23513", "23514");
    private static final int TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Races() {
        // no state
    }

    /**
     * Runs a command, again when it lost a race. When nobody knows whether it was stored, because the connection broke
     * while it was, it is run again as soon as the database answers: it has a key, and so finds out by itself.
     */
    static <T> Outcome<T> again(Supplier<Outcome<T>> command, Runnable betweenTries) {
        Doubt doubt = new Doubt();
        for (int tries = 1;; tries++) {
            try {
                Outcome<T> outcome = command.get();
                if (!doubt.goesOn(outcome)) {
                    return outcome;
                }
            } catch (LostRace | StoreException e) {
                if (!doubt.goesOn(e) && (tries >= TRIES || !isRace(e))) {
                    throw e;
                }
                betweenTries.run();
            }
        }
    }

    /** Whether a command may have been stored without anybody knowing; for a while it is found out. */
    private static final class Doubt {

        private StoreException first;
        private long end;

        /** While the database does not answer; what it did answer with when that lasts is the doubt itself. */
        private boolean goesOn(Outcome<?> outcome) {
            boolean gone = first != null
                && outcome.refusals().stream().anyMatch(refusal -> refusal.code() == StoreRefusal.DISCONNECTED);
            if (gone) {
                pause();
            }
            return gone;
        }

        private boolean goesOn(RuntimeException e) {
            if (first == null && e instanceof StoreException store && store.isOutcomeUnknown()) {
                first = store;
                end = System.nanoTime() + PATIENCE.toNanos();
            }
            boolean mine = first != null && e instanceof StoreException && !isRace(e);
            if (mine) {
                pause();
            }
            return mine;
        }

        private void pause() {
            if (System.nanoTime() - end > 0) {
                throw first;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw first;
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
