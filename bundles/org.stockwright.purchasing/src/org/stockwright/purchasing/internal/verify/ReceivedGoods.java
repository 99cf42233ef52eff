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
 * Of each line of a receipt: accepted, rejected and what waits for inspection are what came; no more was put away than was
 * accepted; no more went back than came; and the receipt says rightly whether something of it still waits.
 */
@Component
public final class ReceivedGoods implements BookCheck {

    private static final String SELECT = "SELECT d.number, l.line, d.state, l.quantity, "
        + "COALESCE(SUM(CASE WHEN f.step = 'ACCEPTED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'REJECTED' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'PUT_AWAY' THEN f.quantity END), 0), "
        + "COALESCE(SUM(CASE WHEN f.step = 'RETURNED' THEN f.quantity END), 0) "
        + "FROM document d JOIN document_line l ON l.document_id = d.id LEFT JOIN document_flow f ON f.line_id = l.id "
        + "WHERE d.kind = 'goods-receipt' AND d.reverses_id IS NULL "
        + "GROUP BY d.number, l.line, d.state, l.quantity ORDER BY d.number, l.line";

    @Override
    public String name() {
        return "accepted-and-rejected-at-most-received";
    }

    @Override
    public Findings run(Connection connection) throws SQLException {
        long rows = 0;
        List<String> wrong = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows++;
                String what = row.getString(1) + " line " + row.getInt(2);
                check(what, row.getString(3), row.getBigDecimal(4), new Done(row.getBigDecimal(5),
                    row.getBigDecimal(6), row.getBigDecimal(7), row.getBigDecimal(8)), wrong);
            }
        }
        return new Findings(rows, wrong);
    }

    private record Done(BigDecimal accepted, BigDecimal rejected, BigDecimal putAway, BigDecimal returned) {
    }

    private static void check(String what, String state, BigDecimal came, Done done, List<String> wrong) {
        BigDecimal pending = came.subtract(done.accepted()).subtract(done.rejected());
        if (done.accepted().signum() < 0 || done.rejected().signum() < 0 || pending.signum() < 0) {
            wrong.add(what + " has " + FlowsOfDocuments.plain(done.accepted()) + " accepted and "
                + FlowsOfDocuments.plain(done.rejected()) + " rejected of " + FlowsOfDocuments.plain(came));
        }
        if (done.putAway().signum() < 0 || done.putAway().compareTo(done.accepted()) > 0) {
            wrong.add(what + " has " + FlowsOfDocuments.plain(done.putAway()) + " put away of "
                + FlowsOfDocuments.plain(done.accepted()) + " accepted");
        }
        if (done.returned().signum() < 0 || done.returned().compareTo(came) > 0) {
            wrong.add(what + " has " + FlowsOfDocuments.plain(done.returned()) + " sent back of "
                + FlowsOfDocuments.plain(came));
        }
        if ("STORED".equals(state) && pending.signum() > 0) {
            wrong.add(what + " has " + FlowsOfDocuments.plain(pending) + " waiting for inspection, but is stored");
        }
        if ("REVERSED".equals(state) && (done.accepted().signum() != 0 || done.rejected().signum() != 0
            || done.putAway().signum() != 0 || done.returned().signum() != 0)) {
            wrong.add(what + " is reversed, but not all of what became of it is");
        }
    }

}
