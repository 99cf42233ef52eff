package org.stockwright.persistence.internal;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.stockwright.base.CrashPoint;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.UnitOfWork;

/** Units of work on an open store: begin, commit or roll back, try again, acknowledge, tell. */
final class StoreWork implements UnitOfWork {

    /** Name of the thread that must never wait for the database; set by the workbench. */
    static final String UI_THREAD = "stockwright.ui.thread";

    private final OpenStore store;
    private final Supplier<StoreInfo> info;
    private final Supplier<Optional<String>> acting;
    private final WorkCounters counters = new WorkCounters();
    private final Attempts attempts;

    /** Works on this store, for whoever acts when a transaction begins. */
    StoreWork(OpenStore store, Supplier<StoreInfo> info, Supplier<Optional<String>> acting) {
        this.store = store;
        this.info = info;
        this.acting = acting;
        this.attempts = new Attempts(store, counters);
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
        StoreTransaction whole = whole();
        if (whole != null) {
            return whole.seen(work);
        }
        return attempts.read(() -> once(transaction -> new Outcome.Done<>(work.in(transaction)), Ending.UNDO, false))
            .value();
    }

    @Override
    public <T> Outcome<T> write(Work<Outcome<T>> work) {
        return guarded(work, Ending.KEEP, false);
    }

    @Override
    public <T> Outcome<T> attempt(Work<Outcome<T>> work) {
        return guarded(work, Ending.UNDO, false);
    }

    @Override
    public <T> Outcome<T> together(Supplier<Outcome<T>> parts, boolean kept) {
        return guarded(transaction -> parts.get(), kept ? Ending.KEEP : Ending.UNDO, true);
    }

    @Override
    public boolean isRunning() {
        return store.running().current() != null;
    }

    /** The transaction that units of work of this thread are parts of, or null. */
    private StoreTransaction whole() {
        StoreTransaction current = store.running().current();
        return current != null && current.isOfParts() ? current : null;
    }

    @Override
    public Clock clock() {
        return store.clock();
    }

    @Override
    public List<InstalledModule> modules() {
        return store.modules();
    }

    @Override
    public StoreInfo store() {
        return info.get();
    }

    @Override
    public Statistics statistics() {
        return counters.statistics();
    }

    private <T> Outcome<T> guarded(Work<Outcome<T>> work, Ending ending, boolean ofParts) {
        refuseUserInterface();
        StoreTransaction whole = whole();
        if (whole != null && !ofParts) {
            return whole.part(work, ending == Ending.KEEP);
        }
        if (store.running().current() != null) {
            throw new IllegalStateException(
                "A unit of work inside of another would not be undone with it: pass the transaction on");
        }
        Optional<Refusal> full = full();
        if (full.isPresent()) {
            return Outcome.refused(full.get());
        }
        return attempts.write(() -> once(transaction -> {
            Outcome<T> outcome = work.in(transaction);
            if (transaction.broken() instanceof PartFailed broken) {
                // somebody took the failure of a part for his own and went on: nothing of it is there any more
                throw broken;
            }
            if (outcome.isDone()) {
                transaction.flush();
                transaction.writeAudit();
            }
            return outcome;
        }, ending, ofParts));
    }

    private Optional<Refusal> full() {
        try {
            return store.home().full();
        } catch (IOException e) {
            throw new StoreException("The disk of " + store.info().location() + " cannot be looked at", e);
        }
    }

    /** The caller's work with what belongs to it. */
    private interface Step<T> {

        Outcome<T> in(StoreTransaction transaction) throws SQLException;

    }

    private <T> Outcome<T> once(Step<T> step, Ending ending, boolean ofParts) throws SQLException {
        store.running().enter();
        try {
            Connection connection = store.pool().take();
            StoreTransaction outer = store.running().current();
            StoreTransaction transaction = new StoreTransaction(store, connection,
                acting.get().orElseGet(store::user), ending == Ending.KEEP, ofParts);
            store.running().begin(transaction);
            try {
                Outcome<T> outcome = step.in(transaction);
                if (ending == Ending.KEEP && outcome.isDone()) {
                    store.news().committing(connection, transaction.topics());
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
            store.running().end(transaction, outer);
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
        transaction.stored();
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
            store.news().committed(transaction.topics());
            store.changes().tell(transaction.topics());
        }
    }

    private static void refuseUserInterface() {
        String name = System.getProperty(UI_THREAD);
        if (name != null && name.equals(Thread.currentThread().getName())) {
            throw new IllegalStateException("The user interface must not wait for the database: use a job");
        }
    }

}
