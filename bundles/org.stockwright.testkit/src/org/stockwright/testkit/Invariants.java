package org.stockwright.testkit;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/**
 * What must hold in every book at any time, asked by SQL that shares nothing with the product. Each question selects
 * the rows that break a rule.
 */
public final class Invariants {

    private static final Map<String, String> RULES = rules();
    private static final int SHOWN = 5;

    private Invariants() {
    }

    private static Map<String, String> rules() {
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put("balances outside stock stay zero",
            "SELECT id, on_hand, reserved FROM balance WHERE kept = 0 AND (on_hand <> 0 OR reserved <> 0)");
        rules.put("nothing is negative or promised twice where that is forbidden", "SELECT id, on_hand, reserved FROM "
            + "balance WHERE negative_allowed = 0 AND (on_hand < 0 OR reserved > on_hand)");
        rules.put("a movement keeps item, lot and owner", "SELECT m.seq FROM movement m JOIN balance f ON f.id = "
            + "m.from_balance_id JOIN balance t ON t.id = m.to_balance_id WHERE f.item_id <> m.item_id "
            + "OR t.item_id <> m.item_id OR f.lot_id <> t.lot_id OR f.owner_id <> t.owner_id");
        rules.put("postings have all their lines", "SELECT p.id, COUNT(m.line), MAX(m.line) FROM posting p LEFT JOIN "
            + "movement m ON m.posting_id = p.id GROUP BY p.id HAVING COUNT(m.line) = 0 "
            + "OR COUNT(m.line) <> MAX(m.line)");
        rules.put("a serial number is at most once on hand", "SELECT b.lot_id, SUM(b.on_hand) FROM balance b JOIN lot "
            + "l ON l.id = b.lot_id WHERE b.kept = 1 AND l.serial = 1 GROUP BY b.lot_id HAVING SUM(b.on_hand) > 1");
        return rules;
    }

    /**
     * Checks all rules.
     *
     * @throws AssertionError naming each rule that is broken, with the first rows that break it
     */
    public static void check(UnitOfWork work) {
        List<String> broken = work.read(transaction -> {
            List<String> result = new ArrayList<>();
            for (Map.Entry<String, String> rule : RULES.entrySet()) {
                List<String> rows = rows(transaction, rule.getValue());
                if (!rows.isEmpty()) {
                    result.add(rule.getKey() + ": " + rows);
                }
            }
            sums(transaction, result);
            numbers(transaction, result);
            return result;
        });
        if (!broken.isEmpty()) {
            throw new AssertionError("The book is broken: " + String.join("; ", broken));
        }
    }

    /** Sums are compared here: the database would compute them again for each row that it joins them with. */
    private static void sums(Transaction transaction, List<String> broken) throws SQLException {
        Map<Long, BigDecimal> moved = numbers(transaction, "SELECT to_balance_id, SUM(quantity) FROM movement "
            + "GROUP BY to_balance_id");
        numbers(transaction, "SELECT from_balance_id, SUM(quantity) FROM movement GROUP BY from_balance_id")
            .forEach((id, taken) -> moved.merge(id, taken.negate(), BigDecimal::add));
        compare(broken, "kept balances equal the sum of their movements",
            numbers(transaction, "SELECT id, on_hand FROM balance WHERE kept = 1"), moved);
        compare(broken, "reserved is what reservations hold", numbers(transaction, "SELECT id, reserved FROM balance"),
            numbers(transaction, "SELECT balance_id, SUM(open_quantity) FROM reservation GROUP BY balance_id"));
        compare(broken, "reservations are the sum of their events",
            numbers(transaction, "SELECT id, open_quantity FROM reservation"), numbers(transaction,
                "SELECT reservation_id, SUM(delta) FROM reservation_event GROUP BY reservation_id"));
    }

    /** Postings have numbers, and so have documents where their area is installed. */
    private static void numbers(Transaction transaction, List<String> broken) throws SQLException {
        Map<String, Long> used = new HashMap<>();
        List<String> given = new ArrayList<>(texts(transaction, "SELECT number FROM posting WHERE number IS NOT NULL"));
        if (!texts(transaction, "SELECT module FROM schema_migration WHERE module = 'org.stockwright.documents'")
            .isEmpty()) {
            given.addAll(texts(transaction, "SELECT number FROM document"));
        }
        given.forEach(number -> used.merge(number.substring(0, number.lastIndexOf('-')), 1L, Long::sum));
        List<String> wrong = new ArrayList<>();
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT code, next_number - 1 FROM number_series");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long there = used.getOrDefault(row.getString(1), 0L);
                if (there != row.getLong(2)) {
                    wrong.add(row.getString(1) + "/" + row.getLong(2) + "/" + there);
                }
            }
        }
        if (!wrong.isEmpty()) {
            broken.add("document numbers have no gaps: " + wrong);
        }
    }

    private static List<String> texts(Transaction transaction, String sql) throws SQLException {
        List<String> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(row.getString(1));
            }
        }
        return result;
    }

    private static void compare(List<String> broken, String rule, Map<Long, BigDecimal> stored,
        Map<Long, BigDecimal> computed) {
        List<String> rows = new ArrayList<>();
        stored.forEach((id, number) -> {
            BigDecimal expected = computed.getOrDefault(id, BigDecimal.ZERO);
            if (number.compareTo(expected) != 0 && rows.size() < SHOWN) {
                rows.add(id + "/" + number + "/" + expected);
            }
        });
        if (!rows.isEmpty()) {
            broken.add(rule + ": " + rows);
        }
    }

    private static Map<Long, BigDecimal> numbers(Transaction transaction, String sql) throws SQLException {
        Map<Long, BigDecimal> result = new HashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getLong(1), row.getBigDecimal(2));
            }
        }
        return result;
    }

    private static List<String> rows(Transaction transaction, String sql) throws SQLException {
        List<String> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next() && result.size() < SHOWN) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                result.add(String.join("/", cells));
            }
        }
        return result;
    }

}
