package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentQuery;
import org.stockwright.documents.DocumentRow;
import org.stockwright.persistence.Transaction;

/** Lists documents. */
final class DocumentList {

    private static final String COLUMNS = "SELECT d.id, d.kind, d.number, d.state, d.is_open, d.partner_id, p.code, p.name, "
        + "pl.code, d.reference, d.currency, "
        + "(SELECT SUM(l.entered_quantity * l.price) FROM document_line l WHERE l.document_id = d.id "
        + "AND l.parent_line_id IS NULL), "
        + "(SELECT COUNT(*) FROM document_line l WHERE l.document_id = d.id), d.effective_at, d.due_on, d.priority, "
        + "d.user_name, tg.code, d.department";
    private static final String FROM = " FROM document d JOIN partner p ON p.id = d.partner_id "
        + "LEFT JOIN location pl ON pl.id = d.place_id LEFT JOIN location tg ON tg.id = d.target_id WHERE 1 = 1";

    private final Transaction transaction;
    private final Kinds kinds;

    DocumentList(Transaction transaction, Kinds kinds) {
        this.transaction = transaction;
        this.kinds = kinds;
    }

    List<DocumentRow> rows(DocumentQuery query, int limit) throws SQLException {
        List<Object> values = new ArrayList<>();
        Optional<String> condition = condition(query, values);
        List<DocumentRow> result = new ArrayList<>();
        if (condition.isEmpty()) {
            return result;
        }
        String sql = COLUMNS + FROM + condition.get() + " ORDER BY d.id DESC" + transaction.dialect().window(0, limit);
        try (PreparedStatement select = prepare(sql, values); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(row(row));
            }
        }
        return result;
    }

    int count(DocumentQuery query) throws SQLException {
        List<Object> values = new ArrayList<>();
        Optional<String> condition = condition(query, values);
        if (condition.isEmpty()) {
            return 0;
        }
        String sql = "SELECT COUNT(*)" + FROM + condition.get();
        try (PreparedStatement select = prepare(sql, values); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private PreparedStatement prepare(String sql, List<Object> values) throws SQLException {
        PreparedStatement select = transaction.connection().prepareStatement(sql);
        for (int i = 0; i < values.size(); i++) {
            select.setObject(i + 1, values.get(i));
        }
        return select;
    }

    /** Nothing when there is no kind that may be seen. */
    private Optional<String> condition(DocumentQuery query, List<Object> values) {
        Set<String> visible = new TreeSet<>(kinds.visibleIds());
        if (!query.kinds().isEmpty()) {
            visible.retainAll(query.kinds());
        }
        if (visible.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        if (query.openOnly()) {
            text.append(" AND d.is_open = 1");
        }
        LineSearch.in(text, values, "d.kind", visible);
        LineSearch.in(text, values, "d.state", query.states());
        if (query.partner().isPresent()) {
            text.append(" AND d.partner_id = ?");
            values.add(query.partner().get().value());
        }
        if (query.item().isPresent()) {
            text.append(" AND EXISTS (SELECT 1 FROM document_line l WHERE l.document_id = d.id AND l.item_id = ?)");
            values.add(query.item().get().value());
        }
        if (!query.text().isBlank()) {
            text.append(
                " AND (UPPER(d.number) LIKE ? OR UPPER(d.reference) LIKE ? OR UPPER(d.department) LIKE ? OR (d.partner_id <> ? "
                    + "AND (UPPER(p.code) LIKE ? OR UPPER(p.name) LIKE ?)))");
            String pattern = "%" + query.text().strip().toUpperCase(Locale.ROOT).replace("%", "").replace("_", "")
                + "%";
            values.addAll(List.of(pattern, pattern, pattern, PartnerId.SELF.value(), pattern, pattern));
        }
        return Optional.of(text.toString());
    }

    private DocumentRow row(ResultSet row) throws SQLException {
        boolean other = row.getLong(6) != PartnerId.SELF.value();
        String kind = row.getString(2);
        return new DocumentRow(new DocumentId(row.getLong(1)), kind, row.getString(3), row.getString(4),
            row.getInt(5) == 1, other ? row.getString(7) : "", other ? row.getString(8) : "",
            Optional.ofNullable(row.getString(9)).orElse(""), Optional.ofNullable(row.getString(18)).orElse(""),
            row.getString(19), row.getString(10),
            Currency.getInstance(row.getString(11)),
            kinds.showsPrices(kind) ? Optional.ofNullable(row.getBigDecimal(12)).map(BigDecimal::stripTrailingZeros)
                : Optional.empty(),
            row.getInt(13), Micros.toInstant(row.getLong(14)),
            Optional.ofNullable(row.getDate(15)).map(Date::toLocalDate), row.getInt(16), row.getString(17));
    }

}
