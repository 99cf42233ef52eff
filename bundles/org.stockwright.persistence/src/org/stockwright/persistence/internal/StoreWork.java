package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.stockwright.base.CrashPoint;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.UnitOfWork;

/** Units of work on an open store: begin, commit or roll back, try again, acknowledge, tell. */
final class StoreWork implements UnitOfWork {

    /** Name of the thread that must never wait for the database; set by the workbench. */
    static final String UI_THREAD = "stockwright.ui.thread";

    /** A lock that was not given took ten seconds already: fewer tries than for a deadlock. */
    private static final int RETRIES_AFTER_WAITING = 2;
    private static final long FIRST_PAUSE_MILLIS = 5;

    private final OpenStore store;
    private final Supplier<StoreInfo> info;
    private final Supplier<Optional<String>> acting;
    private final WorkCounters counters = new WorkCounters();

    /** Works on this store, for whoever acts when a transaction begins. */
    StoreWork(OpenStore store, Supplier<StoreInfo> info, Supplier<Optional<String>> acting) {
        this.store = store;
        this.info = info;
        this.acting = acting;
    }

    private enum Ending {
        /** Nothing is stored. */
        UNDO,
        /** What is done is stored. */
        KEEP
    }

    @Override
    public <T> T read(Work<T> work) {
        refuseUserInterface();
        return repeat(() -> once(transaction -> new Outcome.Done<>(work.in(transaction)), Ending.UNDO)).value();
    }

    @Override
    public <T> Outcome<T> write(Work<Outcome<T>> work) {
        return guarded(work, Ending.KEEP);
    }

    @Override
    public <T> Outcome<T> attempt(Work<Outcome<T>> work) {
        return guarded(work, Ending.UNDO);
    }

    @Override
    public Clock clock() {
        return store.clock();
    }

    @Override
    public StoreInfo store() {
        return info.get();
    }

    @Override
    public Statistics statistics() {
        return counters.statistics();
    }

    private <T> Outcome<T> guarded(Work<Outcome<T>> work, Ending ending) {
        refuseUserInterface();
        if (store.running().current() != null) {
            throw new IllegalStateException(
                "A unit of work inside of another would not be undone with it: pass the transaction on");
        }
        try {
            Optional<Refusal> full = store.space().watch();
            if (full.isPresent()) {
                return Outcome.refused(full.get());
            }
        } catch (IOException e) {
            throw new StoreException("The disk of " + store.folder().path() + " cannot be looked at", e);
        }
        return repeat(() -> once(transaction -> {
            Outcome<T> outcome = work.in(transaction);
            if (outcome.isDone()) {
                transaction.flush();
                transaction.writeAudit();
            }
            return outcome;
        }, ending));
    }

    /** What one try does. */
    private interface Try<T> {

        Outcome<T> run() throws SQLException;

    }

    /** The caller's work with what belongs to it. */
    private interface Step<T> {

        Outcome<T> in(StoreTransaction transaction) throws SQLException;

    }

    private <T> Outcome<T> once(Step<T> step, Ending ending) throws SQLException {
        store.running().enter();
        try {
            Connection connection = store.pool().take();
            StoreTransaction outer = store.running().current();
            StoreTransaction transaction = new StoreTransaction(store, connection,
                acting.get().orElseGet(store::user), ending == Ending.KEEP);
            store.running().current(transaction);
            try {
                Outcome<T> outcome = step.in(transaction);
                if (ending == Ending.KEEP && outcome.isDone()) {
                    commit(connection);
                    counters.committed();
                    committed(transaction);
                }
                return outcome;
            } finally {
                end(transaction, outer, connection);
            }
        } finally {
            store.running().leave();
        }
    }

    private void end(StoreTransaction transaction, StoreTransaction outer, Connection connection) {
        try {
            transaction.end();
        } finally {
            store.running().current(outer);
            store.pool().giveBack(connection);
        }
    }

    private static void commit(Connection connection) throws SQLException {
        try {
            CrashPoint.BEFORE_COMMIT.reached();
            connection.commit();
            CrashPoint.AFTER_COMMIT.reached();
        } catch (SQLException e) {
            if (SqlFailure.isCertain(e)) {
                throw e;
            }
            throw new StoreException("Nobody knows whether this was stored: " + e.getMessage(), e, true);
        }
    }

    private void committed(StoreTransaction transaction) {
        try {
            String lines = transaction.acknowledgements();
            if (!lines.isEmpty()) {
                CrashPoint.BEFORE_ACKNOWLEDGEMENT.reached();
                store.journal().append(lines);
            }
        } catch (IOException e) {
            throw new StoreException("It was stored, but the acknowledgement journal could not be written: "
                + e.getMessage(), e, true);
        } finally {
            store.changes().tell(transaction.topics());
        }
    }

    private <T> Outcome<T> repeat(Try<T> one) {
        int tries = 0;
        while (true) {
            SqlFailure why;
            try {
                return one.run();
            } catch (StoreException e) {
                why = SqlFailure.of(e);
                if (e.isOutcomeUnknown() || isLast(why, tries)) {
                    counters.failed();
                    throw e;
                }
            } catch (SQLException | RuntimeException e) {
                why = SqlFailure.of(e);
                if (why == SqlFailure.NONE && e instanceof RuntimeException bug) {
                    throw bug;
                }
                if (isLast(why, tries)) {
                    counters.failed();
                    throw failed(why, e, tries + 1);
                }
            }
            counters.again(why);
            pause(tries);
            tries++;
        }
    }

    private static boolean isLast(SqlFailure meaning, int tries) {
        return switch (meaning) {
            case RETRY -> tries >= RETRIES;
            case WAITED -> tries >= RETRIES_AFTER_WAITING;
            case FINAL, NONE -> true;
        };
    }

    private static StoreException failed(SqlFailure meaning, Exception cause, int tries) {
        return switch (meaning) {
            case WAITED -> new StoreException("Other work held what this work needs, for too long. Nothing was stored;"
                + " try again when it is over.", cause);
            case RETRY -> new StoreException("Other work changed the same rows " + tries + " times. Nothing was"
                + " stored; try again.", cause);
            case FINAL, NONE -> new StoreException("The database failed: " + cause.getMessage(), cause);
        };
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

    private static void refuseUserInterface() {
        String name = System.getProperty(UI_THREAD);
        if (name != null && name.equals(Thread.currentThread().getName())) {
            throw new IllegalStateException("The user interface must not wait for the database: use a job");
        }
    }

}
