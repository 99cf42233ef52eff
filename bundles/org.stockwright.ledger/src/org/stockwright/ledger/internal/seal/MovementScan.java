package org.stockwright.ledger.internal.seal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.stockwright.base.Sha256;
import org.stockwright.persistence.Dialect;

/**
 * Reads movements in the order of their numbers, a limited number at a time, and digests them. It takes no locks: what it
 * is asked for is settled. Not thread-safe.
 */
final class MovementScan {

    private static final int POSTINGS = 4_000;

    private final KnownRows postings = KnownRows.postings(POSTINGS);
    private final KnownRows balances;
    private final CanonicalBytes bytes = new CanonicalBytes();

    /** Remembers so many balances between reads. */
    MovementScan(int balances) {
        this.balances = KnownRows.balances(balances);
    }

    private record Row(long seq, long posting, long from, long to, byte[] fields) {
    }

    /** At most so many movements behind {@code after} up to {@code upTo}, in order. */
    List<MovementDigest> next(Connection connection, Dialect dialect, long after, long upTo, int most)
        throws SQLException {
        List<Row> rows = rows(connection, dialect, after, upTo, most);
        Set<Long> postingIds = new HashSet<>();
        Set<Long> balanceIds = new HashSet<>();
        for (Row row : rows) {
            postingIds.add(row.posting);
            balanceIds.add(row.from);
            balanceIds.add(row.to);
        }
        postings.read(connection, dialect, postingIds);
        balances.read(connection, dialect, balanceIds);
        var sha256 = Sha256.digest();
        List<MovementDigest> digests = new ArrayList<>(rows.size());
        for (Row row : rows) {
            bytes.begin().raw(row.fields).raw(postings.get(row.posting)).raw(balances.get(row.from))
                .raw(balances.get(row.to)).into(sha256);
            digests.add(new MovementDigest(row.seq, row.posting, sha256.digest()));
        }
        return digests;
    }

    private List<Row> rows(Connection connection, Dialect dialect, long after, long upTo, int most)
        throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
            SELECT m.seq, m.posting_id, m.line, m.kind, m.item_id, m.from_balance_id, m.to_balance_id, m.quantity, \
            m.entered_quantity, m.entered_unit, m.unit_cost, m.reason, m.effective_at, m.recorded_at, m.reverses_seq \
            FROM movement m WHERE m.seq > ? AND m.seq <= ? ORDER BY m.seq FETCH FIRST\s""" + most + " ROWS ONLY"
            + unlocked(dialect))) {
            select.setFetchSize(most);
            select.setLong(1, after);
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(row(row));
                }
            }
        }
        return rows;
    }

    private Row row(ResultSet row) throws SQLException {
        long seq = row.getLong(1);
        long posting = row.getLong(2);
        long from = row.getLong(6);
        long to = row.getLong(7);
        bytes.clear().number(seq).number(posting).number(row.getLong(3)).text(row.getString(4))
            .number(row.getLong(5)).number(from).number(to).decimal(row.getBigDecimal(8))
            .decimal(row.getBigDecimal(9)).text(row.getString(10)).decimal(row.getBigDecimal(11))
            .text(row.getString(12)).number(row.getLong(13)).number(row.getLong(14));
        optional(row, 15, bytes);
        return new Row(seq, posting, from, to, bytes.toBytes());
    }

    /** A number that may be missing. */
    static void optional(ResultSet row, int column, CanonicalBytes bytes) throws SQLException {
        long number = row.getLong(column);
        if (row.wasNull()) {
            bytes.nothing();
        } else {
            bytes.number(number);
        }
    }

    /** The end of a query of rows that nobody changes: on Derby it shall neither take locks nor wait for any. */
    static String unlocked(Dialect dialect) {
        return dialect == Dialect.DERBY ? " WITH UR" : "";
    }

}
