package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.stockwright.persistence.Dialect;

/** A database that can hold a store. Thread-safe. */
interface StoreEngine {

    /** System property: for how many seconds somebody waits for a lock; 10 unless it is set. */
    String LOCK_SECONDS = "stockwright.lock.seconds";

    /** For how many seconds somebody waits for a lock. */
    static int lockSeconds() {
        return Integer.getInteger(LOCK_SECONDS, 10).intValue();
    }

    /** Its SQL. */
    Dialect dialect();

    /** What {@code ${text}} stands for in a migration: the type of long texts. */
    String textType();

    /** What {@code ${binary}} stands for in a migration: the type of long byte strings. */
    String binaryType();

    /** A new connection at READ COMMITTED without automatic commit. */
    Connection connect() throws SQLException;

    /** Whether other processes may work on the same database at the same time. */
    boolean isShared();

    /** The query that draws the next block of a sequence whose name was checked, and answers its first number. */
    String drawBlock(String sequence);

    /**
     * Whether this process keeps the rest of a block for later. It does not where other processes draw from the same
     * sequence and order matters: there each transaction draws blocks of its own, on its own connection.
     */
    boolean keepsBlocks(String sequence);

    /**
     * For sequences whose blocks are not kept: the last number up to which every transaction that drew one has ended.
     */
    long settled(Connection connection, String sequence) throws SQLException;

    /** Copies the database into a folder, as of the end of the copy, while others go on writing. */
    void copyTo(Path folder) throws SQLException;

    /** Stops the database; no connection is usable afterwards. */
    void stop() throws SQLException;

}
