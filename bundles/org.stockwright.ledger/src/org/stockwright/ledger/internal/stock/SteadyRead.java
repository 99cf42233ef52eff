package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.stockwright.persistence.Transaction;

/**
 * Reads several rows, or several tables, as if nobody posted meanwhile. At READ COMMITTED a transfer that commits in
 * the middle of a scan could be seen at one of its places only. So the movements recorded lately are counted before and
 * after: the same number means that no posting was committed between. After a few attempts on a busy store the balances
 * are locked against writers for the time of the read.
 */
final class SteadyRead {

    /** No unit of work takes longer from its beginning, which stamps its movements, to its commit. */
    static final long SLACK_MICROS = 30_000_000;
    private static final int ATTEMPTS = 3;

    private SteadyRead() {
    }

    /** What is read; may be called again from the start. */
    @FunctionalInterface
    interface Read<T> {

        T read(Transaction transaction) throws SQLException;

    }

    static <T> T of(Transaction transaction, Read<T> read) throws SQLException {
        Connection connection = transaction.connection();
        long since = Micros.of(transaction.now()) - SLACK_MICROS;
        long before = recorded(connection, since);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            T value = read.read(transaction);
            long after = recorded(connection, since);
            if (after == before) {
                return value;
            }
            before = after;
        }
        try (Statement lock = connection.createStatement()) {
            // The transaction's end, which is a rollback of nothing, gives it back.
            lock.execute("LOCK TABLE balance IN SHARE MODE");
        }
        return read.read(transaction);
    }

    private static long recorded(Connection connection, long since) throws SQLException {
        return new SqlQuery("SELECT COUNT(*) FROM movement WHERE recorded_at >= ?", since).number(connection);
    }

}
