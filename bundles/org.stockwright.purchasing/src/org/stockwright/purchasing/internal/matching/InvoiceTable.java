package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.PartnerId;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierInvoices.Finding;
import org.stockwright.purchasing.SupplierInvoices.Match;
import org.stockwright.purchasing.SupplierInvoices.Mismatch;
import org.stockwright.purchasing.internal.orders.Texts;

/** How invoices were matched. For one transaction. */
final class InvoiceTable {

    private static final int DETAIL = 400;
    private static final int AMOUNT_SCALE = 9;

    private final Transaction transaction;

    InvoiceTable(Transaction transaction) {
        this.transaction = transaction;
    }

    void store(DocumentId invoice, Match match) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO supplier_invoice (document_id, three_way, difference, is_costed) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, invoice.value());
            insert.setInt(2, match.threeWay() ? 1 : 0);
            insert.setBigDecimal(3, match.difference().setScale(AMOUNT_SCALE, RoundingMode.HALF_UP));
            insert.setInt(4, match.costed() ? 1 : 0);
            insert.executeUpdate();
        }
        findings(invoice, match.findings());
    }

    /** Puts other findings in the place of the earlier ones. */
    void findings(DocumentId invoice, List<Finding> findings) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM supplier_invoice_finding WHERE document_id = ?")) {
            delete.setLong(1, invoice.value());
            delete.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO "
            + "supplier_invoice_finding (document_id, position, line, code, detail) VALUES (?, ?, ?, ?, ?)")) {
            int position = 0;
            for (Finding finding : findings) {
                position++;
                insert.setLong(1, invoice.value());
                insert.setInt(2, position);
                insert.setInt(3, finding.line());
                insert.setString(4, finding.kind().name());
                insert.setString(5, Texts.cut(finding.detail(), DETAIL));
                insert.executeUpdate();
            }
        }
    }

    void costed(DocumentId invoice, boolean costed) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE supplier_invoice SET is_costed = ? WHERE document_id = ?")) {
            update.setInt(1, costed ? 1 : 0);
            update.setLong(2, invoice.value());
            update.executeUpdate();
        }
    }

    Optional<Match> find(DocumentId invoice) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT three_way, difference, is_costed FROM supplier_invoice WHERE document_id = ?")) {
            select.setLong(1, invoice.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Match(row.getInt(1) == 1, findings(invoice),
                    row.getBigDecimal(2).signum() == 0 ? BigDecimal.ZERO : row.getBigDecimal(2).stripTrailingZeros(),
                    row.getInt(3) == 1)) : Optional.empty();
            }
        }
    }

    private List<Finding> findings(DocumentId invoice) throws SQLException {
        List<Finding> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT line, code, detail FROM supplier_invoice_finding WHERE document_id = ? ORDER BY position")) {
            select.setLong(1, invoice.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Finding(row.getInt(1), Mismatch.valueOf(row.getString(2)), row.getString(3)));
                }
            }
        }
        return result;
    }

    /** The number under which a supplier's invoice is entered already and counts. */
    Optional<String> known(PartnerId supplier, String reference) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT number FROM document "
            + "WHERE partner_id = ? AND kind = ? AND reference = ? AND state IN (?, ?, ?) ORDER BY id")) {
            select.setLong(1, supplier.value());
            select.setString(2, SupplierInvoices.KIND);
            select.setString(3, reference);
            select.setString(4, SupplierInvoices.MATCHED);
            select.setString(5, SupplierInvoices.BLOCKED);
            select.setString(6, SupplierInvoices.RELEASED);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

}
