package org.stockwright.persistence.internal;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.UnitOfWork;

/**
 * How often a unit of work is tried, and what it comes to when that does not help. A connection that turns out to be
 * dead before the commit is replaced when another one can be had: nothing was stored by it.
 */
final class Attempts {

    /** A lock that was not given took ten seconds already: fewer tries than for a deadlock. */
    private static final int RETRIES_AFTER_WAITING = 2;
    private static final long FIRST_PAUSE_MILLIS = 5;

    private final OpenStore store;
    private final WorkCounters counters;

    /** On this store. */
    Attempts(OpenStore store, WorkCounters counters) {
        this.store = store;
        this.counters = counters;
    }

    /** What one try does. */
    interface Try<T> {

        Outcome<T> run() throws SQLException;

    }

    /** Until it succeeds or nothing helps; trouble of the store is an exception. */
    <T> Outcome<T> read(Try<T> one) {
        try {
            return run(one);
        } catch (Troubled e) {
            throw new StoreException(e.refusal.sentence() + ' ' + e.refusal.hint(), e.getCause());
        }
    }

    /** Until it succeeds or nothing helps; trouble of the store is a refusal: nothing was stored. */
    <T> Outcome<T> write(Try<T> one) {
        try {
            return run(one);
        } catch (Troubled e) {
            return Outcome.refused(e.refusal);
        }
    }

    private <T> Outcome<T> run(Try<T> one) {
        Optional<Refusal> gone = store.trouble().current().filter(refusal -> store.trouble().isDisconnected());
        if (gone.isPresent()) {
            throw new Troubled(gone.get(), null);
        }
        int tries = 0;
        while (true) {
            SqlFailure why;
            try {
                return one.run();
            } catch (StoreException e) {
                if (e.isOutcomeUnknown()) {
                    counters.failed();
                    store.pool().dropIdle();
                    throw e;
                }
                why = again(e, tries);
            } catch (SQLException | RuntimeException e) {
                why = again(e, tries);
            }
            counters.again(why);
            pause(tries);
            tries++;
        }
    }

    /** Why it is worth another try; otherwise throws what it comes to. */
    private SqlFailure again(Exception e, int tries) {
        SqlFailure why = SqlFailure.of(e);
        if (why == SqlFailure.NONE && e instanceof RuntimeException bug) {
            throw bug;
        }
        if (why == SqlFailure.DISCONNECTED && !store.engine().isShared()) {
            why = SqlFailure.FINAL;
        }
        if (!isLast(why, tries)) {
            return why;
        }
        counters.failed();
        throw end(why, e, tries + 1);
    }

    private boolean isLast(SqlFailure why, int tries) {
        return switch (why) {
            case RETRY -> tries >= UnitOfWork.RETRIES;
            case WAITED -> tries >= RETRIES_AFTER_WAITING;
            case DISCONNECTED -> tries >= UnitOfWork.RETRIES || !store.pool().isReachable();
            case DISK_FULL, READ_ONLY, BROKEN, FINAL, NONE -> true;
        };
    }

    private RuntimeException end(SqlFailure why, Exception cause, int tries) {
        return switch (why) {
            case DISCONNECTED -> new Troubled(store.trouble().disconnected(), cause);
            case DISK_FULL -> new Troubled(store.trouble().diskFull(), cause);
            case READ_ONLY -> new Troubled(store.trouble().readOnly(), cause);
            case WAITED -> new StoreException("Other work held what this work needs, for too long" + holder()
                + ". Nothing was stored; try again when it is over.", cause);
            case RETRY -> new StoreException("Other work changed the same rows " + tries + " times. Nothing was"
                + " stored; try again.", cause);
            case BROKEN, FINAL, NONE -> cause instanceof StoreException known ? known
                : new StoreException("The database failed: " + cause.getMessage(), cause);
        };
    }

    private String holder() {
        return store.running().holder().map(who -> ": " + who).orElse("");
    }

    /** Waits longer each time, and not as long as the others do. */
    private static void pause(int tries) {
        long most = FIRST_PAUSE_MILLIS << tries;
        try {
            TimeUnit.MICROSECONDS.sleep(ThreadLocalRandom.current().nextLong(most * 500, most * 1_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Interrupted before another try; nothing was stored", e);
        }
    }

    /** The store is in trouble; nothing was stored. */
    private static final class Troubled extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Refusal refusal;

        private Troubled(Refusal refusal, Exception cause) {
            super(refusal.sentence(), cause, false, false);
            this.refusal = refusal;
        }

    }

}
