package org.stockwright.purchasing.internal.verify;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.ledger.spi.BookCheck;

/**
 * Each line of a receipt, inspection, put-away, return to a supplier and supplier's invoice moved the line that it goes on with
 * by its own quantity, and took it back when it is a reversal.
 */
@Component
public final class FlowsOfDocuments implements BookCheck {

    private static final String SELECT = "SELECT d.number, l.line, d.kind, d.reverses_id, l.quantity, "
        + "SUM(CASE WHEN d.kind = 'goods-receipt' AND f.step = 'RECEIVED' "
        + "OR d.kind = 'inspection' AND f.step IN ('ACCEPTED', 'REJECTED') "
        + "OR d.kind = 'put-away' AND f.step = 'PUT_AWAY' OR d.kind = 'supplier-return' AND f.step = 'RETURNED' "
        + "OR d.kind = 'supplier-invoice' AND f.step = 'INVOICED' THEN f.quantity ELSE 0 END) "
        + "FROM document d JOIN document_line l ON l.document_id = d.id "
        + "JOIN document_line s ON s.id = l.source_line_id JOIN document o ON o.id = s.document_id "
        + "LEFT JOIN document_flow f ON f.by_line_id = l.id AND f.line_id = l.source_line_id "
        + "WHERE d.kind IN ('goods-receipt', 'inspection', 'put-away', 'supplier-invoice') "
        + "OR d.kind = 'supplier-return' AND o.kind = 'goods-receipt' "
        + "GROUP BY d.number, l.line, d.kind, d.reverses_id, l.quantity ORDER BY d.number, l.line";

    @Override
    public String name() {
        return "purchasing-documents-moved-what-they-say";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                BigDecimal quantity = row.getBigDecimal(5);
                BigDecimal says = row.getObject(4) == null ? quantity : quantity.negate();
                if (says.compareTo(row.getBigDecimal(6)) != 0) {
                    wrong.add(row.getString(1) + " line " + row.getInt(2) + " is about " + plain(says)
                        + ", but moved the line that it goes on with by " + plain(row.getBigDecimal(6)));
                }
            }
        }
        return new Findings(rows, wrong);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

}
