package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * About how the movements are spread over time, to choose the shorter of two ways to a past figure. It never decides
 * what the figure is. Taken from an index at the first question about the past, and again when the ledger has grown a
 * lot. Thread-safe.
 */
final class Census {

    private static final int SAMPLE = 256;

    private List<Long> effective = List.of();
    private long total;
    private long firstSeq;
    private long lastSeq;

    /** About how many movements there are and how many of them are later than the bounds. */
    record Shares(long total, long effectiveLater, long recordedLater) {

        /** Whether fewer movements are out of the bounds than within. */
        boolean isLessBackward() {
            return effectiveLater + recordedLater < total - Math.max(effectiveLater, recordedLater);
        }

    }

    synchronized Shares of(Connection connection, Bounds bounds) throws SQLException {
        long newest = new SqlQuery("SELECT MAX(seq) FROM movement").number(connection);
        if (newest - lastSeq > (lastSeq - firstSeq) / 4 || total == 0) {
            take(connection, newest);
        }
        long effectiveLater = 0;
        if (bounds.effective().isPresent()) {
            int at = Collections.binarySearch(effective, bounds.effective().get());
            long until = (long) SAMPLE * (at < 0 ? -at - 1 : at + 1);
            effectiveLater = Math.max(0, total - until);
        }
        long recordedLater = 0;
        if (bounds.recorded().isPresent()) {
            // Sequence numbers follow the order of recording with few gaps.
            long[] next = { newest + 1 };
            new SqlQuery("SELECT m.seq FROM movement m WHERE m.recorded_at > ? ORDER BY m.recorded_at "
                + "FETCH FIRST 1 ROWS ONLY", bounds.recorded().get()).forEach(connection,
                    row -> next[0] = row.getLong(1));
            recordedLater = Math.min(total, (newest + 1 - next[0]) * total / Math.max(1, newest + 1 - firstSeq));
        }
        return new Shares(total, effectiveLater, recordedLater);
    }

    private void take(Connection connection, long newest) throws SQLException {
        List<Long> samples = new ArrayList<>();
        long[] count = { 0 };
        new SqlQuery("SELECT m.effective_at FROM movement m ORDER BY m.effective_at").forEach(connection, row -> {
            if (count[0]++ % SAMPLE == 0) {
                samples.add(row.getLong(1));
            }
        });
        effective = samples;
        total = count[0];
        firstSeq = new SqlQuery("SELECT MIN(seq) FROM movement").number(connection);
        lastSeq = newest;
    }

}
