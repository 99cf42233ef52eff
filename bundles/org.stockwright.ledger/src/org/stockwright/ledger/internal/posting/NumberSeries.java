package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.stockwright.persistence.Transaction;

/** Draws document numbers without gaps: a series is locked until the transaction ends, so it is drawn from last. */
final class NumberSeries {

    private NumberSeries() {
    }

    /** A number for each series named, in their order; empty for an empty name. */
    static List<String> draw(Transaction transaction, List<String> series) throws SQLException {
        TreeMap<String, Integer> wanted = new TreeMap<>();
        series.stream().filter(code -> !code.isEmpty()).forEach(code -> wanted.merge(code, 1, Integer::sum));
        TreeMap<String, Long> next = new TreeMap<>();
        for (String code : wanted.keySet()) {
            next.put(code, draw(transaction, code, wanted.get(code)));
        }
        List<String> result = new ArrayList<>();
        for (String code : series) {
            result.add(code.isEmpty() ? "" : String.format("%s-%06d", code, next.merge(code, 1L, Long::sum) - 1));
        }
        return result;
    }

    private static long draw(Transaction transaction, String code, int count) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE number_series SET next_number = next_number + ? WHERE code = ?")) {
            update.setInt(1, count);
            update.setString(2, code);
            if (update.executeUpdate() == 1) {
                return read(transaction, code) - count;
            }
        }
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO number_series (code, next_number) VALUES (?, ?)")) {
            insert.setString(1, code);
            insert.setLong(2, 1L + count);
            insert.executeUpdate();
            return 1;
        }
    }

    private static long read(Transaction transaction, String code) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT next_number FROM number_series WHERE code = ?")) {
            select.setString(1, code);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

}
