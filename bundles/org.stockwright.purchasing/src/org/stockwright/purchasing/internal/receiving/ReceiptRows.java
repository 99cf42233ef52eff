package org.stockwright.purchasing.internal.receiving;

import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** What the lines of receipts say beside their documents. */
public final class ReceiptRows {

    private ReceiptRows() {
    }

    /**
     * The quality statuses of a receipt's line.
     *
     * @param status in which it arrived, as far as it was not rejected
     * @param rejected of its part that was rejected at the dock
     */
    public record Statuses(String status, String rejected) {
    }

    static void insert(Transaction transaction, List<DocumentLine> lines, List<ReceiptPart> parts)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO receipt_line (line_id, status, rejected_status, expires_on) VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < lines.size(); i++) {
                ReceiptPart part = parts.get(i);
                insert.setLong(1, lines.get(i).id().value());
                insert.setString(2, part.status());
                insert.setString(3, part.line().rejectedStatus());
                if (part.line().expires().isPresent()) {
                    insert.setDate(4, Date.valueOf(part.line().expires().get()));
                } else {
                    insert.setNull(4, Types.DATE);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The statuses of lines of receipts; reversals have none. */
    public static Map<LineId, Statuses> statuses(Transaction transaction, Collection<LineId> lines)
        throws SQLException {
        Map<LineId, Statuses> statuses = new HashMap<>();
        new BulkSelect(transaction).each("SELECT line_id, status, rejected_status FROM receipt_line WHERE line_id IN ",
            lines.stream().map(LineId::value).toList(), "", row -> statuses.put(new LineId(row.getLong(1)),
                new Statuses(row.getString(2), row.getString(3))));
        return statuses;
    }

}
