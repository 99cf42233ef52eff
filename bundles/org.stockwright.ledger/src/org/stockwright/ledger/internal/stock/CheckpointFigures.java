package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.persistence.Transaction;

/**
 * On-hand figures at a past instant: a checkpoint's, with the movements between, and with those that came since and took
 * effect before. The former are final; the latter are looked at again until nobody posted meanwhile.
 */
final class CheckpointFigures {

    private static final String MOVED = "SELECT m.from_balance_id, m.to_balance_id, m.quantity, m.effective_at, "
        + "m.recorded_at, m.seq FROM movement m";
    // Behind a table's name this makes Derby read a range of the index; for others it is a comment.
    private static final String BY_INSTANT = " --DERBY-PROPERTIES index=MOVEMENT_EFFECTIVE_IX\n ";
    private static final String BETWEEN = " WHERE m.effective_at > ? AND m.effective_at <= ? AND m.seq <= ?";

    private final Connection connection;
    private final Bounds bounds;
    private final long effective;
    /** What is up to here does not change any more. */
    private final long settled;

    CheckpointFigures(Transaction transaction, Bounds bounds) {
        this.connection = transaction.connection();
        this.bounds = bounds;
        this.effective = bounds.effective().orElseThrow();
        this.settled = transaction.settled("movement_seq");
    }

    /** All figures within the bounds. */
    Figures from(Checkpoints.Found found) throws SQLException {
        Figures figures = found.figures();
        long until = found.checkpoint().effective();
        long seq = found.checkpoint().seq();
        if (until < effective) {
            new SqlQuery(MOVED + BY_INSTANT + BETWEEN, until, effective, seq).forEach(connection, figures::move);
        } else if (until > effective) {
            new SqlQuery(MOVED + BY_INSTANT + BETWEEN, effective, until, seq).forEach(connection, figures::unmove);
        }
        if (settled > seq) {
            since(seq).add(" AND m.seq <= ?", settled).forEach(connection, row -> {
                if (counts(row)) {
                    figures.move(row);
                }
            });
        }
        SteadyRead.of(connection, () -> newer(Math.max(settled, seq)), newest -> newest)
            .forEach(one -> figures.move(one.from, one.to, one.quantity));
        return figures;
    }

    private record Moved(long seq, long from, long to, BigDecimal quantity) {
    }

    private List<Moved> newer(long end) throws SQLException {
        List<Moved> newer = new ArrayList<>();
        since(end).add(" ORDER BY m.seq").forEach(connection, row -> {
            if (counts(row)) {
                newer.add(new Moved(row.getLong(6), row.getLong(1), row.getLong(2), row.getBigDecimal(3)));
            }
        });
        return newer;
    }

    private boolean counts(ResultSet row) throws SQLException {
        return row.getLong(4) <= effective
            && (bounds.recorded().isEmpty() || row.getLong(5) <= bounds.recorded().get());
    }

    /** The number stands in the text, where the database sees how few movements are above it. */
    private static SqlQuery since(long seq) {
        return new SqlQuery(MOVED + " WHERE m.seq > " + seq);
    }

}
