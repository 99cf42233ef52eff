package org.stockwright.documents.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Link;
import org.stockwright.documents.Step;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Follows the lines of a document to all documents before and behind it. */
final class ChainReader {

    /** A chain that is longer is shown up to here; a blanket order may have been released hundreds of times. */
    private static final int MOST_LINES = 20_000;

    private static final String LINKS = "SELECT f.id, d.id, d.number, l.line, i.code, l.quantity, u.code, u.dimension, "
        + "u.numerator, u.denominator, u.scale, u.step, f.step, f.quantity, b.id, b.kind, b.number, f.effective_at, "
        + "f.user_name, d.kind FROM document_flow f JOIN document_line l ON l.id = f.line_id "
        + "JOIN document d ON d.id = l.document_id JOIN item i ON i.id = l.item_id JOIN unit u ON u.id = i.unit_id "
        + "LEFT JOIN document_line bl ON bl.id = f.by_line_id LEFT JOIN document b ON b.id = bl.document_id "
        + "WHERE f.line_id IN ";

    private final BulkSelect select;
    private final Set<String> visible;

    ChainReader(Transaction transaction, Set<String> visible) {
        this.select = new BulkSelect(transaction);
        this.visible = visible;
    }

    List<Link> chain(DocumentId document) throws SQLException {
        Set<Long> known = new HashSet<>();
        Set<Long> fresh = new TreeSet<>();
        select.each("SELECT id FROM document_line WHERE document_id IN ", List.of(document.value()), "",
            row -> fresh.add(row.getLong(1)));
        while (!fresh.isEmpty() && known.size() < MOST_LINES) {
            known.addAll(fresh);
            Set<Long> found = new TreeSet<>();
            BulkSelect.Row both = row -> {
                add(found, row, 1);
                add(found, row, 2);
            };
            select.each("SELECT source_line_id, parent_line_id FROM document_line WHERE id IN ", fresh, "", both);
            select.each("SELECT id, id FROM document_line WHERE source_line_id IN ", fresh, "", both);
            select.each("SELECT id, id FROM document_line WHERE parent_line_id IN ", fresh, "", both);
            select.each("SELECT line_id, by_line_id FROM document_flow WHERE line_id IN ", fresh, "", both);
            select.each("SELECT line_id, by_line_id FROM document_flow WHERE by_line_id IN ", fresh, "", both);
            found.removeAll(known);
            fresh.clear();
            fresh.addAll(found);
        }
        Map<Long, Link> links = new TreeMap<>();
        select.each(LINKS, known, "", row -> {
            if (visible.contains(row.getString(20))) {
                links.put(row.getLong(1), link(row));
            }
        });
        return new ArrayList<>(links.values());
    }

    private static void add(Set<Long> ids, ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        if (!row.wasNull()) {
            ids.add(id);
        }
    }

    private static Link link(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString(7), row.getString(8),
            new Rational(row.getBigDecimal(9).toBigIntegerExact(), row.getBigDecimal(10).toBigIntegerExact()),
            row.getInt(11), row.getBigDecimal(12));
        long by = row.getLong(15);
        boolean none = row.wasNull();
        return new Link(new DocumentId(row.getLong(2)), row.getString(3), row.getInt(4), row.getString(5),
            new Quantity(row.getBigDecimal(6), unit), Step.valueOf(row.getString(13)),
            row.getBigDecimal(14).stripTrailingZeros(), none ? Optional.empty() : Optional.of(new DocumentId(by)),
            none ? "" : row.getString(16), none ? "" : row.getString(17), Micros.toInstant(row.getLong(18)),
            row.getString(19));
    }

}
