package org.stockwright.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.persistence.EntityManager;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ChangeListener.Topic;

/** One transaction of a {@link UnitOfWork}; used by one thread, dead when the work has returned. */
@ProviderType
public interface Transaction {

    /** The connection of this transaction. Do not commit, roll back or close it. */
    Connection connection();

    /**
     * The shared model, on the same connection and transaction; made at the first call. What it holds is flushed
     * before the commit; call {@code flush()} before reading the same rows by SQL.
     */
    EntityManager entities();

    /** When this unit of work began by the store's clock, in whole microseconds; never before an earlier one's. */
    Instant now();

    /** Who acts. */
    String user();

    /** Draws so many numbers of a sequence of the schema and returns the first; they follow one another. */
    long nextIds(String sequence, int count);

    /** Draws one number of a sequence. */
    default long nextId(String sequence) {
        return nextIds(sequence, 1);
    }

    /**
     * The largest number N for which it is sure that every transaction, of any process, that drew a number of the
     * sequence up to N has ended: what they stored is visible to the next statement, and no row with such a number
     * comes any more. Waits for nobody; while somebody who drew a number has not ended it stays below that number.
     *
     * @param sequence a sequence whose numbers are drawn in order, such as {@code movement_seq}
     */
    long settled(String sequence);

    /** What this work changes: told to all {@link org.stockwright.base.ChangeListener}s after the commit. */
    void changes(Topic topic);

    /**
     * To be run as soon as what this work did is stored; never when it is undone. For what a program remembers of the
     * database: it does not fail, and asks nobody.
     */
    void whenStored(Runnable then);

    /**
     * A line for the acknowledgement journal outside the database: written and forced to disk after the commit and
     * before the work's outcome is returned. {@code verify} compares journal and database.
     */
    void acknowledge(long postingId, String contentHash);

    /**
     * To be called before rows of master data are changed or deleted: the audit trail will tell each of their columns
     * that differs when this work commits, with the values before and after. Nothing is told when nothing differs or
     * nothing is stored.
     *
     * @param table a table of master data, for example {@code item}
     * @param keys numbers of rows; of parts, such as {@code item_pack}, the numbers of the items that they belong to; of
     *            a table without numbers, such as {@code setting}, the texts that its rows are found by
     * @throws IllegalArgumentException when the table is not one of master data
     */
    void watch(String table, Collection<?> keys) throws SQLException;

    /** As {@link #watch}, of rows that are not there yet, or of parts of items that are not there yet. */
    void watchNew(String table, Collection<?> keys);

    /**
     * Says in the audit trail that something was done that changes no master data; written when this work commits.
     *
     * @param action what was done: one of {@link AuditAction}, or a word of a module
     * @param subject the kind of what it was done to, for example {@code report}
     * @param key what a person calls it, for example the report's id
     * @param details more to know, by name, such as {@code rows}
     */
    void tell(String action, String subject, String key, Map<String, String> details);

    /**
     * Lets another thread use this transaction while its own one waits for it: for contributions that may hang. While it is lent its
     * own thread does nothing with it.
     */
    Loan lend();

    /** A transaction in the hands of another thread, until it is closed. */
    interface Loan extends AutoCloseable {

        /**
         * Does the work, on the thread that calls this, with the transaction; also units of work that are parts of it are then parts of
         * it on that thread.
         *
         * @throws IllegalStateException when the loan is over
         */
        <T> T use(Function<? super Transaction, ? extends T> work);

        /**
         * Ends the loan: whoever still works can do nothing with the transaction any more. A statement that runs is waited for.
         */
        @Override
        void close();

    }

    /** The SQL differences of this store. */
    Dialect dialect();

    /**
     * What an area remembers until this unit of work ends, also when that is a part of {@link UnitOfWork#together}: the same object at each call, made by the first one. To be kept
     * there is only what nobody else can change meanwhile, such as rows that this transaction locked or stored.
     *
     * @param type a class of the area's own
     * @param made makes it
     */
    <T> T memory(Class<T> type, Supplier<T> made);

}
