package org.stockwright.fulfilment.internal.allocation;

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

/** No line of an order holds more than is open of it, and what it holds is its own item, held under the order's number. */
@Component
public final class HeldForOrders implements BookCheck {

    private static final String GONE = "SELECT f.line_id, SUM(f.quantity) FROM document_flow f "
        + "WHERE f.step IN ('SHIPPED', 'CANCELLED', 'ORDERED') AND f.line_id IN (SELECT a.line_id FROM allocation a) "
        + "GROUP BY f.line_id";
    private static final String HELD = "SELECT l.id, d.number, l.line, l.quantity, SUM(r.open_quantity), "
        + "SUM(CASE WHEN b.item_id = l.item_id AND r.holder = d.number AND l.document_id = a.document_id THEN 0 "
        + "ELSE 1 END) FROM allocation a JOIN reservation r ON r.reservation_key = a.reservation_key "
        + "JOIN balance b ON b.id = r.balance_id JOIN document_line l ON l.id = a.line_id "
        + "JOIN document d ON d.id = l.document_id WHERE r.open_quantity > 0 "
        + "GROUP BY l.id, d.number, l.line, l.quantity ORDER BY d.number, l.line";

    @Override
    public String name() {
        return "orders-hold-at-most-what-is-open";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        Map<Long, BigDecimal> gone = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(GONE); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                gone.put(row.getLong(1), row.getBigDecimal(2));
            }
        }
        List<String> wrong = new ArrayList<>();
        long rows = 0;
        try (PreparedStatement select = connection.prepareStatement(HELD); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                String line = row.getString(2) + " line " + row.getInt(3);
                BigDecimal open = row.getBigDecimal(4).subtract(gone.getOrDefault(row.getLong(1), BigDecimal.ZERO));
                if (row.getBigDecimal(5).compareTo(open) > 0) {
                    wrong.add(line + " holds " + plain(row.getBigDecimal(5)) + ", but only " + plain(open)
                        + " are open");
                }
                if (row.getInt(6) > 0) {
                    wrong.add(line + " holds stock of another item or under another number");
                }
            }
        }
        return new Findings(rows, wrong);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

}
