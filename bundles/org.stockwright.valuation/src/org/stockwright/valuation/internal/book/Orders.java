package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.stockwright.persistence.Transaction;

/**
 * The production orders that a transaction has to do with. Each is locked when it is asked for first, so that whoever
 * brings cost to it and whoever takes from it wait for each other.
 */
final class Orders {

    private final Transaction transaction;
    private final Connection connection;
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, String> references = new HashMap<>();

    Orders(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
    }

    /** Whether there is any. */
    static boolean any(Connection connection) throws SQLException {
        try (
            PreparedStatement select = connection.prepareStatement("SELECT MIN(id) FROM production_order");
            ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1) != 0;
        }
    }

    /** The number of an order, which is made when there is none; 0 for no order. */
    long number(String reference) throws SQLException {
        if (reference.isEmpty()) {
            return 0;
        }
        Long known = numbers.get(reference);
        if (known != null) {
            return known;
        }
        long found = select(reference);
        if (found == 0) {
            Heads.lockSetting(transaction, Heads.NEW);
            // somebody may have made it while we waited
            found = select(reference);
        }
        if (found == 0) {
            found = transaction.nextId("valuation_seq");
            try (PreparedStatement insert = connection
                .prepareStatement("INSERT INTO production_order (id, reference) VALUES (?, ?)")) {
                insert.setLong(1, found);
                insert.setString(2, reference);
                insert.executeUpdate();
            }
        }
        numbers.put(reference, found);
        references.put(found, reference);
        return found;
    }

    private long select(String reference) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
            "SELECT id FROM production_order WHERE reference = ?" + transaction.dialect().forUpdate())) {
            select.setString(1, reference);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The reference of an order. */
    String reference(long number) throws SQLException {
        String known = references.get(number);
        if (known != null) {
            return known;
        }
        try (PreparedStatement select = connection
            .prepareStatement("SELECT reference FROM production_order WHERE id = ?")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                references.put(number, row.getString(1));
                return row.getString(1);
            }
        }
    }

    /** What each order holds by what is booked until an instant. */
    static SortedMap<String, BigDecimal> holdings(Connection connection, long until) throws SQLException {
        SortedMap<String, BigDecimal> result = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT o.reference, SUM(CASE "
            + "WHEN e.debit_order_id = o.id AND e.credit_order_id = o.id THEN 0 WHEN e.debit_order_id = o.id "
            + "THEN e.amount ELSE -e.amount END) FROM production_order o JOIN order_entry x ON x.order_id = o.id "
            + "JOIN value_entry e ON e.id = x.entry_id WHERE e.effective_at <= ? GROUP BY o.reference")) {
            select.setLong(1, until);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getString(1), row.getBigDecimal(2));
                }
            }
        }
        return result;
    }

}
