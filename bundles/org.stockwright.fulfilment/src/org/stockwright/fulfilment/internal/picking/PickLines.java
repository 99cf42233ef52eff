package org.stockwright.fulfilment.internal.picking;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.documents.LineId;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Which stock lines of pick lists take. */
final class PickLines {

    private final Transaction transaction;

    PickLines(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * What a line takes.
     *
     * @param line the line of the list
     * @param key the key of the reservation
     * @param tote the box that it is put into, or empty
     */
    record Row(LineId line, String key, String tote) {
    }

    /** Those of these reservations that are on a list. */
    Set<String> listed(Collection<String> keys) throws SQLException {
        Set<String> result = new HashSet<>();
        new BulkSelect(transaction).each("SELECT reservation_key FROM pick_line WHERE reservation_key IN ", keys, "",
            row -> result.add(row.getString(1)));
        return result;
    }

    /** What these lines take. */
    Map<LineId, Row> of(Collection<LineId> lines) throws SQLException {
        Map<LineId, Row> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT line_id, reservation_key, tote FROM pick_line WHERE line_id IN ",
            lines.stream().map(LineId::value).toList(), "", row -> result.put(new LineId(row.getLong(1)),
                new Row(new LineId(row.getLong(1)), row.getString(2), row.getString(3))));
        return result;
    }

    void add(List<Row> rows) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO pick_line (line_id, reservation_key, tote) VALUES (?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, row.line().value());
                insert.setString(2, row.key());
                insert.setString(3, row.tote());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Takes lines from their list: their stock may go onto another one. */
    void remove(Collection<LineId> lines) throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM pick_line WHERE line_id = ?")) {
            for (LineId line : lines) {
                delete.setLong(1, line.value());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

}
