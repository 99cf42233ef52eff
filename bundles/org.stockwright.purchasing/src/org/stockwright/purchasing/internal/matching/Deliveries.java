package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Micros;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.internal.matching.SupplierFiguresComponent.DueLine;

/** What came of lines on which day, and what was invoiced of them. */
final class Deliveries {

    private static final String RECEIPTS = "SELECT f.line_id, f.id, f.quantity, f.effective_at, b.id, b.reverses_id "
        + "FROM document_flow f LEFT JOIN document_line bl ON bl.id = f.by_line_id "
        + "LEFT JOIN document b ON b.id = bl.document_id WHERE f.step = '" + Step.RECEIVED.name()
        + "' AND f.line_id IN ";
    private static final String INVOICES = "SELECT l.source_line_id, l.quantity, l.entered_quantity, l.price "
        + "FROM document_line l JOIN document d ON d.id = l.document_id WHERE d.kind = '" + SupplierInvoices.KIND
        + "' AND d.state IN ('" + SupplierInvoices.MATCHED + "', '" + SupplierInvoices.BLOCKED + "', '"
        + SupplierInvoices.RELEASED + "') AND l.source_line_id IN ";

    private final Map<Long, Map<Long, Receipt>> receipts = new HashMap<>();
    private final Map<Long, List<Invoiced>> invoices = new HashMap<>();

    private Deliveries() {
    }

    /**
     * What came at once.
     *
     * @param day when
     * @param quantity in the base unit, less what was reversed of it
     */
    record Receipt(LocalDate day, BigDecimal quantity) {
    }

    /**
     * What was invoiced at once.
     *
     * @param quantity in the base unit
     * @param amount in the order's currency
     */
    record Invoiced(BigDecimal quantity, BigDecimal amount) {
    }

    static Deliveries read(Transaction transaction, List<DueLine> lines, ZoneId zone) throws SQLException {
        Deliveries result = new Deliveries();
        List<Long> ids = lines.stream().map(DueLine::line).map(DocumentLine::id).map(LineId::value).toList();
        BulkSelect select = new BulkSelect(transaction);
        select.each(RECEIPTS, ids, " ORDER BY f.id", row -> {
            long flow = row.getLong(2);
            long by = row.getLong(5);
            // what no document did stands for itself; a reversal takes back what its document brought
            long document = row.wasNull() ? -flow : by;
            long reversed = row.getLong(6);
            long key = row.wasNull() ? document : reversed;
            LocalDate day = LocalDate.ofInstant(Micros.toInstant(row.getLong(4)), zone);
            result.receipts.computeIfAbsent(row.getLong(1), line -> new HashMap<>()).merge(key,
                new Receipt(day, row.getBigDecimal(3)),
                (one, other) -> new Receipt(one.day(), one.quantity().add(other.quantity())));
        });
        select.each(INVOICES, ids, "", row -> result.invoices
            .computeIfAbsent(row.getLong(1), line -> new ArrayList<>())
            .add(new Invoiced(row.getBigDecimal(2), row.getBigDecimal(3).multiply(row.getBigDecimal(4)))));
        return result;
    }

    /** The receipts of a line of which something is left. */
    List<Receipt> receipts(DocumentLine line) {
        return receipts.getOrDefault(line.id().value(), Map.of()).values().stream()
            .filter(receipt -> receipt.quantity().signum() > 0).toList();
    }

    List<Invoiced> invoices(DocumentLine line) {
        return invoices.getOrDefault(line.id().value(), List.of());
    }

}
