package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads final movements in the order in which they took effect, some at a time, and knows where it is: each part may be
 * read in a transaction of its own. Not thread-safe.
 */
final class MovementOrder {

    // Derby would rather sort the whole table than read in order; for others these are comments.
    private static final String SELECT = """
        SELECT m.from_balance_id, m.to_balance_id, m.quantity, m.effective_at, m.seq FROM movement m \
        --DERBY-PROPERTIES index=MOVEMENT_EFFECTIVE_IX
         WHERE""";

    private final long last;
    private long instant = Long.MIN_VALUE;
    private long seq = Long.MIN_VALUE;
    private long read;

    /** Reads movements up to this number, all of which have been committed. */
    MovementOrder(long last) {
        this.last = last;
    }

    /**
     * Counts the next movements: so many, and those that took effect in the same microsecond as the last of them.
     *
     * @return whether there were any
     */
    boolean next(Connection connection, long count, Figures figures) throws SQLException {
        long before = read;
        // Two questions rather than one with OR: each is a range of the index.
        sameInstant(count).forEach(connection, row -> take(figures, row));
        if (read - before < count) {
            new SqlQuery(SELECT + " m.effective_at > ? AND m.seq <= ? ORDER BY m.effective_at, m.seq FETCH FIRST "
                + (count - (read - before)) + " ROWS ONLY", instant, last).forEach(connection,
                    row -> take(figures, row));
        }
        if (read > before) {
            sameInstant(Long.MAX_VALUE).forEach(connection, row -> take(figures, row));
        }
        return read > before;
    }

    private SqlQuery sameInstant(long count) {
        return new SqlQuery(SELECT + " m.effective_at = ? AND m.seq > ? AND m.seq <= ? ORDER BY m.effective_at, m.seq"
            + (count == Long.MAX_VALUE ? "" : " FETCH FIRST " + count + " ROWS ONLY"), instant, seq, last);
    }

    private void take(Figures figures, ResultSet row) throws SQLException {
        figures.move(row);
        instant = row.getLong(4);
        seq = row.getLong(5);
        read++;
    }

    /** When the last movement that was read took effect. */
    long instant() {
        return instant;
    }

    /** How many were read. */
    long read() {
        return read;
    }

}
