package org.stockwright.persistence;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/**
 * All or nothing on the open store. The service exists while a store is open. Thread-safe; work runs on the caller's
 * thread, which is never the user interface's (a debug check refuses it).
 */
@ProviderType
public interface UnitOfWork {

    /**
     * Work inside one transaction.
     *
     * @param <T> what it yields
     */
    @FunctionalInterface
    interface Work<T> {

        /** Does it; may be called again from the start when the database asked for a retry. */
        T in(Transaction transaction) throws SQLException;

    }

    /** Reads at READ COMMITTED; nothing is stored, whatever the work does. */
    <T> T read(Work<T> work);

    /**
     * Writes: commits when the outcome is done, rolls back when it is refused. The whole work is tried again, in a new
     * transaction, on deadlock, lock timeout and serialization failure: at most {@value #RETRIES} times, with jitter.
     *
     * @throws StoreException when the database failed, or still refused after the last retry
     */
    <T> Outcome<T> write(Work<Outcome<T>> work);

    /** Runs the work as {@link #write} does, and rolls it back: the outcome that writing would have had now. */
    <T> Outcome<T> attempt(Work<Outcome<T>> work);

    /**
     * Runs several units of work of this thread, of whatever services, as one. Each is a part: it sees what those before it
     * did, and is undone by itself when it is refused or fails, while the others go on. What is read meanwhile is read in the
     * same transaction. All is stored when the outcome at the end is done and {@code kept} says so, else nothing is; a
     * rehearsal of steps that build on one another is one that is not kept. All parts are done again, from the start, where
     * {@link #write} would do its work again. What is locked stays locked to the end: not for work that takes minutes.
     *
     * @param parts calls services; must do the same again when it is called again
     * @param kept whether a done outcome is stored
     */
    <T> Outcome<T> together(Supplier<Outcome<T>> parts, boolean kept);

    /**
     * Whether the calling thread is inside of a unit of work. Whoever lets another thread answer asks first: that thread would
     * neither see what is not stored yet nor be a part of it, and might wait for what is locked here.
     */
    boolean isRunning();

    /** How often a unit of work is tried again. */
    int RETRIES = 5;

    /**
     * What became of the units of work since the store was opened.
     *
     * @param commits how many were committed
     * @param conflicts how often a whole work was tried again after a deadlock or a conflict with others
     * @param waits how often a whole work was tried again because a lock was not given in time
     * @param failures how many failed for good, by the database or the disk
     */
    record Statistics(long commits, long conflicts, long waits, long failures) {
    }

    /** What became of the units of work since the store was opened; the difference of two says what happened between. */
    Statistics statistics();

    /** The clock that stamps what is recorded. */
    Clock clock();

    /** Facts about the open store. */
    StoreInfo store();

    /** The modules that own data of the open store, by id, those first that are not installed; known since it was opened. */
    List<InstalledModule> modules();

}
