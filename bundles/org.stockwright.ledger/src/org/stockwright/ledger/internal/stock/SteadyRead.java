package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads several rows, or several tables, as if nobody posted meanwhile. At READ COMMITTED a transfer that commits in
 * the middle of a scan could be seen at one of its places only. So something that every posting changes is read before
 * and after: when it is the same, no posting was committed between. After a few attempts on a busy store the balances
 * are locked against writers for the time of the read.
 */
final class SteadyRead {

    private static final int ATTEMPTS = 3;

    private SteadyRead() {
    }

    /** What every posting in question changes. */
    @FunctionalInterface
    interface Mark<M> {

        M read() throws SQLException;

        /** Whether it is the same now. */
        default boolean isStill(M before) throws SQLException {
            return read().equals(before);
        }

    }

    /** What is read; may be called again from the start. */
    @FunctionalInterface
    interface Read<M, T> {

        T read(M mark) throws SQLException;

    }

    /**
     * Reads steadily.
     *
     * @param <M> what it is
     * @param mark what postings change; it may be a part of what is wanted
     * @param read gets the mark that turned out to be steady
     */
    static <M, T> T of(Connection connection, Mark<M> mark, Read<M, T> read) throws SQLException {
        M before = mark.read();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            T value = read.read(before);
            if (mark.isStill(before)) {
                return value;
            }
            before = mark.read();
        }
        lock(connection);
        return read.read(mark.read());
    }

    /** Lets writers wait until the transaction's end; postings change balances before they write anything else. */
    static void lock(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("LOCK TABLE balance IN SHARE MODE");
        }
    }

}
