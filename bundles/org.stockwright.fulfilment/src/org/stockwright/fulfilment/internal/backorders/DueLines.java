package org.stockwright.fulfilment.internal.backorders;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;

/** The lines of customer orders that were due; one without a day is due on the day of its order. */
public final class DueLines {

    /** Lines of customer orders that have no parts, with the day that they were due. */
    private static final String DUE = "SELECT l.id, l.quantity, COALESCE(l.due_on, d.due_on), d.effective_at, d.id "
        + "FROM document d JOIN document_line l ON l.document_id = d.id WHERE d.kind = 'customer-order' "
        + "AND NOT EXISTS (SELECT 1 FROM document_line p WHERE p.parent_line_id = l.id) "
        + "AND (COALESCE(l.due_on, d.due_on) BETWEEN ? AND ? OR COALESCE(l.due_on, d.due_on) IS NULL "
        + "AND d.effective_at BETWEEN ? AND ?)";

    private DueLines() {
        // only functions
    }

    /**
     * A line that was due.
     *
     * @param order its order
     * @param quantity how much was ordered, what was cancelled among it
     * @param end the end of the day on which it was due
     */
    public record Due(DocumentId order, BigDecimal quantity, Instant end) {
    }

    /** Those of a span of days, both included, by the number of the line. */
    public static Map<Long, Due> read(Transaction transaction, LocalDate from, LocalDate to, ZoneId zone)
        throws SQLException {
        Map<Long, Due> due = new HashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(DUE)) {
            select.setDate(1, Date.valueOf(from));
            select.setDate(2, Date.valueOf(to));
            select.setLong(3, Micros.of(from.atStartOfDay(zone).toInstant()));
            select.setLong(4, Micros.of(to.plusDays(1).atStartOfDay(zone).toInstant()) - 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate day = Optional.ofNullable(row.getDate(3)).map(Date::toLocalDate)
                        .orElse(LocalDate.ofInstant(Micros.toInstant(row.getLong(4)), zone));
                    due.put(row.getLong(1), new Due(new DocumentId(row.getLong(5)), row.getBigDecimal(2),
                        day.plusDays(1).atStartOfDay(zone).toInstant()));
                }
            }
        }
        return due;
    }

}
