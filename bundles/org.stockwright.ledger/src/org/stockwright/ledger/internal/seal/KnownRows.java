package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.persistence.Dialect;

/**
 * The canonical bytes of rows that movements name, by their numbers: read together, remembered up to a limit. What is
 * remembered never changes, except by tampering. Not thread-safe.
 */
final class KnownRows {

    /** Rows in a query by single numbers. */
    private static final int LIST = 100;
    /** Numbers are read as a range when at least one in so many is wanted. */
    private static final int DENSE = 4;

    private final String select;
    private final Fields fields;
    private final byte[] absent;
    private final int limit;
    private final Map<Long, byte[]> known = new HashMap<>();
    private final CanonicalBytes bytes = new CanonicalBytes();

    /** Writes a row's fields. */
    @FunctionalInterface
    interface Fields {

        void write(ResultSet row, CanonicalBytes bytes) throws SQLException;

    }

    private KnownRows(String select, Fields fields, int count, int limit) {
        this.select = select;
        this.fields = fields;
        this.limit = limit;
        for (int i = 0; i < count; i++) {
            bytes.nothing();
        }
        this.absent = bytes.toBytes();
    }

    /** Postings. */
    static KnownRows postings(int limit) {
        return new KnownRows("""
            SELECT id, posting_key, content_hash, number, reference, note, user_name, recorded_at, reverses_id \
            FROM posting WHERE id""", (row, bytes) -> {
            for (int i = 2; i <= 7; i++) {
                bytes.text(row.getString(i));
            }
            bytes.number(row.getLong(8));
            MovementScan.optional(row, 9, bytes);
        }, 8, limit);
    }

    /** Balances: what they are of, not how much is there. */
    static KnownRows balances(int limit) {
        return new KnownRows("""
            SELECT id, item_id, location_id, lot_id, owner_id, status, handling_unit_id FROM balance WHERE id""",
            (row, bytes) -> bytes.number(row.getLong(2)).number(row.getLong(3)).number(row.getLong(4))
                .number(row.getLong(5)).text(row.getString(6)).number(row.getLong(7)),
            6, limit);
    }

    /** Reads those of the rows that are not remembered; afterwards {@link #get} knows all of these. */
    void read(Connection connection, Dialect dialect, Set<Long> ids) throws SQLException {
        TreeSet<Long> missing = new TreeSet<>(ids);
        missing.removeAll(known.keySet());
        if (known.size() + missing.size() > limit) {
            known.keySet().retainAll(ids);
        }
        if (missing.isEmpty()) {
            return;
        }
        if (missing.last() - missing.first() < (long) DENSE * missing.size()) {
            query(connection, " BETWEEN ? AND ?" + MovementScan.unlocked(dialect),
                List.of(missing.first(), missing.last()));
        } else {
            List<Long> all = List.copyOf(missing);
            for (int from = 0; from < all.size(); from += LIST) {
                list(connection, dialect, all.subList(from, Math.min(all.size(), from + LIST)));
            }
        }
    }

    private void list(Connection connection, Dialect dialect, List<Long> some) throws SQLException {
        int size = some.size() > LIST / 10 ? LIST : LIST / 10;
        Long[] padded = new Long[size];
        for (int i = 0; i < size; i++) {
            padded[i] = some.get(Math.min(i, some.size() - 1));
        }
        query(connection, " IN (" + "?, ".repeat(size - 1) + "?)" + MovementScan.unlocked(dialect), List.of(padded));
    }

    private void query(Connection connection, String condition, List<Long> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + condition)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setLong(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    bytes.clear();
                    fields.write(row, bytes);
                    known.put(row.getLong(1), bytes.toBytes());
                }
            }
        }
    }

    /** The canonical bytes of a row that was read; without a value in any field when it is not there. */
    byte[] get(long id) {
        return known.getOrDefault(id, absent);
    }

}
