package org.stockwright.service.internal.cases;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/**
 * The stored unit of a case is one movement: issued once when the case was delivered, scrapped once when it was cancelled with
 * its unit, else not moved. A case that has ended holds nothing, one in work holds at most its unit, and the batch says the same.
 */
@Component
public final class CasesHaveTheirUnits implements BookCheck {

    private static final String CASES = "SELECT c.document_id, d.number, d.state, u.state, u.case_id, r.open_quantity, "
        + "r.holder, l.code, b.lot_code FROM service_case c JOIN document d ON d.id = c.document_id "
        + "JOIN service_unit u ON u.batch_id = c.batch_id AND u.unit = c.unit "
        + "JOIN service_batch b ON b.document_id = c.batch_id JOIN reservation r ON r.id = c.reservation_id "
        + "JOIN balance h ON h.id = r.balance_id JOIN lot l ON l.id = h.lot_id ORDER BY c.document_id";
    private static final String MOVED = "SELECT c.document_id, m.kind, SUM(m.quantity) FROM service_case c "
        + "JOIN document d ON d.id = c.document_id JOIN posting p "
        + "ON p.posting_key IN (d.document_key || ':unit', d.document_key || ':scrap') "
        + "JOIN movement m ON m.posting_id = p.id JOIN service_batch b ON b.document_id = c.batch_id "
        + "AND b.item_id = m.item_id WHERE p.reference = d.number GROUP BY c.document_id, m.kind";

    @Override
    public String name() {
        return "service-cases-have-their-units";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        Map<Long, Map<String, BigDecimal>> moved = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(MOVED); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                moved.computeIfAbsent(row.getLong(1), one -> new HashMap<>()).put(row.getString(2),
                    row.getBigDecimal(3));
            }
        }
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CASES); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                check(row, moved.getOrDefault(row.getLong(1), Map.of()), wrong);
            }
        }
        return new Findings(rows, wrong);
    }

    private static void check(ResultSet row, Map<String, BigDecimal> moved, List<String> wrong) throws SQLException {
        String number = row.getString(2);
        String state = row.getString(3);
        String unit = row.getString(4);
        boolean own = row.getLong(5) == row.getLong(1);
        BigDecimal held = row.getBigDecimal(6);
        boolean open = state.equals("IN_WORK") || state.equals("READY");
        boolean scrapped = state.equals("CANCELLED") && unit.equals("SCRAPPED") && own;
        expect(number, "issued", moved.get("ISSUE"), state.equals("DELIVERED"), wrong);
        expect(number, "scrapped", moved.get("SCRAP"), scrapped, wrong);
        if (held.compareTo(BigDecimal.ONE) > 0 || !open && held.signum() != 0) {
            wrong.add(number + " is " + state + " and holds " + held.stripTrailingZeros().toPlainString());
        }
        if (!row.getString(7).equals(number) || !row.getString(8).equals(row.getString(9))) {
            wrong.add(number + " holds another lot, or under another number");
        }
        if (open && !(own && unit.equals("HELD")) || state.equals("DELIVERED") && !(own && unit.equals("USED"))) {
            wrong.add(number + " is " + state + ", but its unit is " + unit);
        }
    }

    private static void expect(String number, String what, BigDecimal moved, boolean wanted, List<String> wrong) {
        BigDecimal there = moved == null ? BigDecimal.ZERO : moved;
        if (there.compareTo(wanted ? BigDecimal.ONE : BigDecimal.ZERO) != 0) {
            wrong.add(number + " has " + there.stripTrailingZeros().toPlainString() + " units " + what);
        }
    }

}
