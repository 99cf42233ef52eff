package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import org.stockwright.persistence.Dialect;

/** A database that can hold a store. Thread-safe. */
interface StoreEngine {

    /** Its SQL. */
    Dialect dialect();

    /** What {@code ${text}} stands for in a migration: the type of long texts. */
    String textType();

    /** What {@code ${binary}} stands for in a migration: the type of long byte strings. */
    String binaryType();

    /** A new connection at READ COMMITTED without automatic commit. */
    Connection connect() throws SQLException;

    /** The query that draws the next block of a sequence whose name was checked. */
    String drawBlock(String sequence);

    /** Whether this process may keep the rest of a block for later; not where others draw from the same one and order matters. */
    boolean keepsBlocks(String sequence);

    /** Copies the database into a folder, as of the end of the copy, while others go on writing. */
    void copyTo(Path folder) throws SQLException;

    /** Stops the database; no connection is usable afterwards. */
    void stop() throws SQLException;

}
