package org.stockwright.purchasing.internal.orders;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingRefusal;

/** Finds orders that look like another one: the same quantity of the same item from the same supplier on near days. */
final class Duplicates {

    private final Transaction transaction;
    private final ZoneId zone;
    private final int days;

    /**
     * Looks for them.
     *
     * @param zone in which instants are days
     * @param days orders that are so many days apart or less look the same
     */
    Duplicates(Transaction transaction, ZoneId zone, int days) {
        this.transaction = transaction;
        this.zone = zone;
        this.days = days;
    }

    /** A refusal for each line that another order, not cancelled, has too. */
    List<Refusal> find(Document order) throws SQLException {
        List<Refusal> found = new ArrayList<>();
        for (DocumentLine line : order.lines()) {
            find(order, line).ifPresent(refusal -> found.add(refusal.at(Refusal.Place.line(line.line()))));
        }
        return found;
    }

    private Optional<Refusal> find(Document order, DocumentLine line) throws SQLException {
        LocalDate day = LocalDate.ofInstant(order.effective(), zone);
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT d.number, d.effective_at, "
            + "d.user_name FROM document d JOIN document_line l ON l.document_id = d.id WHERE d.partner_id = ? "
            + "AND d.kind = ? AND d.id <> ? AND d.state <> ? AND l.item_id = ? AND l.quantity = ? "
            + "AND d.effective_at >= ? AND d.effective_at < ? ORDER BY d.id")) {
            select.setLong(1, order.partner().value());
            select.setString(2, order.kind());
            select.setLong(3, order.id().value());
            select.setString(4, PurchaseOrders.CANCELLED);
            select.setLong(5, line.itemId().value());
            select.setBigDecimal(6, line.quantity().amount());
            select.setLong(7, Micros.of(day.minusDays(days).atStartOfDay(zone).toInstant()));
            select.setLong(8, Micros.of(day.plusDays(days + 1L).atStartOfDay(zone).toInstant()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Refusal
                    .of(PurchasingRefusal.DUPLICATE_ORDER, order.number(), row.getString(1),
                        LocalDate.ofInstant(Micros.toInstant(row.getLong(2)), zone), row.getString(3), line.quantity(),
                        line.item())
                    .hint("Cancel one of them, or have it overridden with a reason.")) : Optional.empty();
            }
        }
    }

}
