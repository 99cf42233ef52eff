package org.stockwright.purchasing.internal.verify;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/**
 * Of each line of a purchase order that goods were received for: no more came than was ordered, unless the order's trail says
 * that more was taken, by the tolerance or the rule of that day; and what was rejected, put away and sent back of it is what
 * its receipts say.
 */
@Component
public final class ReceivedOrders implements BookCheck {

    /** What the trail of an order says when more of it was taken than was ordered. */
    public static final String OVER_RECEIVED = "over-received";

    private static final String ORDERED = "SELECT l.id, d.number, l.line, l.quantity, "
        + "COALESCE(SUM(CASE WHEN f.step = 'RECEIVED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'CANCELLED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'REJECTED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'PUT_AWAY' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'RETURNED' THEN f.quantity END), 0), "
        + "l.document_id FROM document d JOIN document_line l ON l.document_id = d.id JOIN document_flow f ON f.line_id = l.id "
        + "WHERE d.kind = 'purchase-order' GROUP BY l.id, d.number, l.line, l.quantity, l.document_id "
        + "ORDER BY d.number, l.line";
    private static final String TOLD = "SELECT DISTINCT document_id FROM document_event WHERE action = '"
        + OVER_RECEIVED
        + "'";
    /** What receipts say of the lines that they are for, an advice between them or not. */
    private static final String RECEIVED = "SELECT s.id, o.kind, s.source_line_id, "
        + "COALESCE(SUM(CASE WHEN f.step = 'REJECTED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'PUT_AWAY' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'RETURNED' THEN f.quantity END), 0) "
        + "FROM document d JOIN document_line l ON l.document_id = d.id JOIN document_flow f ON f.line_id = l.id "
        + "JOIN document_line s ON s.id = l.source_line_id JOIN document o ON o.id = s.document_id "
        + "WHERE d.kind = 'goods-receipt' GROUP BY s.id, o.kind, s.source_line_id";

    @Override
    public String name() {
        return "received-at-most-ordered";
    }

    private record Came(BigDecimal rejected, BigDecimal putAway, BigDecimal returned) {

        private Came and(Came more) {
            return new Came(rejected.add(more.rejected), putAway.add(more.putAway), returned.add(more.returned));
        }

    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        Map<Long, Came> receipts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(RECEIVED); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                receipts.merge(row.getLong("advice".equals(row.getString(2)) ? 3 : 1),
                    new Came(row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6)), Came::and);
            }
        }
        Set<Long> told = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(TOLD); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                told.add(row.getLong(1));
            }
        }
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ORDERED); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                String what = row.getString(2) + " line " + row.getInt(3);
                BigDecimal wanted = row.getBigDecimal(4).subtract(row.getBigDecimal(6));
                BigDecimal received = row.getBigDecimal(5);
                if (received.signum() < 0 || received.compareTo(wanted) > 0 && !told.contains(row.getLong(10))) {
                    wrong.add(what + " received " + FlowsOfDocuments.plain(received) + " of "
                        + FlowsOfDocuments.plain(wanted) + ", and its trail does not say why");
                }
                if (receipts.get(row.getLong(1)) instanceof Came came) {
                    same(what, "rejected", row.getBigDecimal(7), came.rejected(), wrong);
                    same(what, "put away", row.getBigDecimal(8), came.putAway(), wrong);
                    same(what, "sent back", row.getBigDecimal(9), came.returned(), wrong);
                }
            }
        }
        return new Findings(rows, wrong);
    }

    private static void same(String what, String step, BigDecimal order, BigDecimal receipts, List<String> wrong) {
        if (order.compareTo(receipts) != 0) {
            wrong.add(what + " has " + FlowsOfDocuments.plain(order) + " " + step + ", its receipts say "
                + FlowsOfDocuments.plain(receipts));
        }
    }

}
