package org.stockwright.testkit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
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
        rules.put("kept balances equal the sum of their movements", "SELECT b.id, b.on_hand, COALESCE(i.q, 0) - "
            + "COALESCE(o.q, 0) FROM balance b LEFT JOIN (SELECT to_balance_id AS id, SUM(quantity) AS q FROM movement "
            + "GROUP BY to_balance_id) i ON i.id = b.id LEFT JOIN (SELECT from_balance_id AS id, SUM(quantity) AS q "
            + "FROM movement GROUP BY from_balance_id) o ON o.id = b.id WHERE b.kept = 1 "
            + "AND b.on_hand <> COALESCE(i.q, 0) - COALESCE(o.q, 0)");
        rules.put("balances outside stock stay zero",
            "SELECT id, on_hand, reserved FROM balance WHERE kept = 0 AND (on_hand <> 0 OR reserved <> 0)");
        rules.put("reserved is what reservations hold", "SELECT b.id, b.reserved, COALESCE(r.q, 0) FROM balance b "
            + "LEFT JOIN (SELECT balance_id AS id, SUM(open_quantity) AS q FROM reservation GROUP BY balance_id) r "
            + "ON r.id = b.id WHERE b.reserved <> COALESCE(r.q, 0)");
        rules.put("reservations are the sum of their events", "SELECT r.id, r.open_quantity, COALESCE(e.q, 0) FROM "
            + "reservation r LEFT JOIN (SELECT reservation_id AS id, SUM(delta) AS q FROM reservation_event "
            + "GROUP BY reservation_id) e ON e.id = r.id WHERE r.open_quantity <> COALESCE(e.q, 0)");
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
        rules.put("document numbers have no gaps", "SELECT s.code, s.next_number - 1, COUNT(p.id) FROM number_series s "
            + "LEFT JOIN posting p ON p.number LIKE s.code || '-______' GROUP BY s.code, s.next_number "
            + "HAVING COUNT(p.id) <> s.next_number - 1");
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
            return result;
        });
        if (!broken.isEmpty()) {
            throw new AssertionError("The book is broken: " + String.join("; ", broken));
        }
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
