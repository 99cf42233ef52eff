package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.persistence.Dialect;

/** All movements up to a number, one after the other, with little memory. Not thread-safe. */
final class MovementFeed {

    private static final int CHUNK = 2_000;
    private static final int BALANCES = 200_000;

    private final Connection connection;
    private final Dialect dialect;
    private final long upTo;
    private final MovementScan scan = new MovementScan(BALANCES);
    private List<MovementDigest> chunk = List.of();
    private int at;
    private long last = Long.MIN_VALUE;
    private boolean over;

    MovementFeed(Connection connection, Dialect dialect, long upTo) {
        this.connection = connection;
        this.dialect = dialect;
        this.upTo = upTo;
    }

    /** Whether the next movement has at most this number. */
    boolean hasUpTo(long seq) throws SQLException {
        if (at == chunk.size() && !over) {
            chunk = scan.next(connection, dialect, last, upTo, CHUNK);
            at = 0;
            over = chunk.size() < CHUNK;
            last = chunk.isEmpty() ? last : chunk.getLast().seq();
        }
        return at < chunk.size() && chunk.get(at).seq() <= seq;
    }

    /** The next one; {@link #hasUpTo} said that there is one. */
    MovementDigest next() {
        return chunk.get(at++);
    }

}
