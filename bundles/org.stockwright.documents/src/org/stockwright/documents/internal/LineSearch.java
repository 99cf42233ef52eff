package org.stockwright.documents.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.stockwright.base.ItemId;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Finds the lines of a query. */
final class LineSearch {

    /** So many items are named one by one; for more, all lines are read and the others dropped. */
    private static final int MOST_ITEMS = 500;

    private static final String ALL = "document d JOIN document_line l ";
    /** Few documents are open, whatever the tables had in them when the database made its plan. */
    private static final String OPEN = BulkSelect.inOrder() + "document d " + BulkSelect.byIndex("document_open_ix")
        + "JOIN document_line l " + BulkSelect.by("document_line_unique");

    private final Transaction transaction;

    LineSearch(Transaction transaction) {
        this.transaction = transaction;
    }

    List<Long> ids(LineQuery query) throws SQLException {
        StringBuilder text = new StringBuilder("SELECT l.id, l.item_id FROM ")
            .append(query.openOnly() ? OPEN : ALL).append("ON l.document_id = d.id WHERE 1 = 1");
        List<Object> values = new ArrayList<>();
        if (query.openOnly()) {
            text.append(" AND d.is_open = 1");
        }
        in(text, values, "d.kind", query.kinds());
        in(text, values, "d.state", query.states());
        if (query.partner().isPresent()) {
            text.append(" AND d.partner_id = ?");
            values.add(query.partner().get().value());
        }
        if (query.items().size() <= MOST_ITEMS) {
            in(text, values, "l.item_id", query.items().stream().map(item -> item.value()).toList());
        }
        String sql = text.append(" ORDER BY l.id").toString();
        List<Long> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (query.items().isEmpty()
                        || query.items().contains(new ItemId(row.getLong(2)))) {
                        result.add(row.getLong(1));
                    }
                }
            }
        }
        return result;
    }

    /** Narrows to a list of values; an empty list does not narrow. */
    static void in(StringBuilder text, List<Object> values, String column, Collection<?> some) {
        if (!some.isEmpty()) {
            text.append(" AND ").append(column).append(" IN (")
                .append(String.join(", ", Collections.nCopies(some.size(), "?"))).append(')');
            values.addAll(some);
        }
    }

}
