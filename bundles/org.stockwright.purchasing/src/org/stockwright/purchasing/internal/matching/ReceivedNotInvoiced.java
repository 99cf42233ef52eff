package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.SupplierInvoices.NotInvoiced;
import org.stockwright.purchasing.internal.orders.UnitPrices;

/** Reads what was received and not invoiced. */
final class ReceivedNotInvoiced {

    private static final String LINES = "SELECT f.line_id, l.document_id FROM document_flow f JOIN document_line l "
        + "ON l.id = f.line_id JOIN document d ON d.id = l.document_id WHERE d.kind = ? AND f.step IN (?, ?) "
        + "GROUP BY f.line_id, l.document_id HAVING SUM(CASE WHEN f.step = ? THEN f.quantity ELSE -f.quantity END) > 0";

    private ReceivedNotInvoiced() {
        // only functions
    }

    static List<NotInvoiced> read(Transaction transaction, DocumentBook book, Optional<PartnerId> supplier)
        throws SQLException {
        Set<Long> lines = new HashSet<>();
        Set<DocumentId> orders = new TreeSet<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(LINES)) {
            select.setString(1, PurchaseOrders.KIND);
            select.setString(2, Step.RECEIVED.name());
            select.setString(3, Step.INVOICED.name());
            select.setString(4, Step.RECEIVED.name());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getLong(1));
                    orders.add(new DocumentId(row.getLong(2)));
                }
            }
        }
        List<NotInvoiced> result = new ArrayList<>();
        for (Document order : book.read(transaction, orders)) {
            if (supplier.isEmpty() || supplier.get().equals(order.partner())) {
                order.lines().stream().filter(line -> lines.contains(line.id().value()))
                    .forEach(line -> open(order, line).ifPresent(result::add));
            }
        }
        return result;
    }

    private static Optional<NotInvoiced> open(Document order, DocumentLine line) {
        BigDecimal kept = Matching.kept(line);
        BigDecimal open = kept.subtract(line.done(Step.INVOICED));
        return open.signum() <= 0 ? Optional.empty() : Optional.of(new NotInvoiced(order.id(), order.number(),
            line.line(), order.partnerCode(), order.partnerName(), line.item(), of(kept, line),
            of(line.done(Step.INVOICED), line), of(open, line), order.currency(),
            UnitPrices.amount(line, open).stripTrailingZeros()));
    }

    private static Quantity of(BigDecimal amount, DocumentLine line) {
        return new Quantity(amount, line.quantity().unit());
    }

}
