package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders.Approval;

/** The record of decisions: appended, never changed. */
public final class Approvals {

    private static final int AMOUNT_SCALE = 9;

    private final Transaction transaction;

    public Approvals(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Adds a decision.
     *
     * @param limit up to which whoever acts may approve, if there is a limit
     * @param reason why it was rejected or overridden
     * @param findings what was overridden
     */
    public void add(Document document, boolean approved, Optional<BigDecimal> limit, String reason, String findings)
        throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO document_approval (id, "
            + "document_id, revision, approved, amount, currency, limit_amount, reason, findings, user_name, "
            + "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("purchasing_seq"));
            insert.setLong(2, document.id().value());
            insert.setInt(3, document.revision());
            insert.setInt(4, approved ? 1 : 0);
            insert.setBigDecimal(5, document.total().setScale(AMOUNT_SCALE, RoundingMode.HALF_UP));
            insert.setString(6, document.currency().getCurrencyCode());
            insert.setBigDecimal(7, limit.orElse(null));
            insert.setString(8, reason);
            insert.setString(9, Texts.cut(findings, Texts.DETAIL));
            insert.setString(10, transaction.user());
            insert.setLong(11, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** The decisions on a document, oldest first. */
    List<Approval> of(DocumentId document) throws SQLException {
        List<Approval> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT revision, approved, amount, "
            + "currency, limit_amount, reason, findings, user_name, recorded_at FROM document_approval "
            + "WHERE document_id = ? ORDER BY id")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Approval(document, row.getInt(1), row.getInt(2) == 1,
                        row.getBigDecimal(3).stripTrailingZeros(), Currency.getInstance(row.getString(4)),
                        Optional.ofNullable(row.getBigDecimal(5)).map(BigDecimal::stripTrailingZeros),
                        row.getString(6), row.getString(7), row.getString(8), Micros.toInstant(row.getLong(9))));
                }
            }
        }
        return result;
    }

}
