package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.stockwright.valuation.internal.book.Components.Node;

/** Which items bring cost to which production orders, and which items those make. Reads only what is asked for. */
final class ProductionGraph {

    private static final String USED_BY = "SELECT DISTINCT p.reference FROM movement m JOIN posting p "
        + "ON p.id = m.posting_id WHERE m.item_id = ? AND m.effective_at >= ? AND (m.kind = 'CONSUME' "
        + "OR m.kind = 'PRODUCE' AND m.reverses_seq IS NOT NULL)";
    private static final String MADE_BY = "SELECT DISTINCT p.reference FROM movement m JOIN posting p "
        + "ON p.id = m.posting_id WHERE m.item_id = ? AND m.effective_at >= ? AND m.kind = 'PRODUCE' "
        + "AND m.reverses_seq IS NULL";
    private static final String OUTPUTS = "SELECT DISTINCT m.item_id FROM posting p JOIN movement m "
        + "ON m.posting_id = p.id WHERE p.reference = ? AND m.effective_at >= ? AND m.kind = 'PRODUCE' "
        + "AND m.reverses_seq IS NULL";

    private final Connection connection;
    private final long since;
    private final String ending;

    /**
     * Of what moved from an instant on.
     *
     * @param ending of the queries: empty, or so that they do not wait, where the answer is only a hint
     */
    ProductionGraph(Connection connection, long since, String ending) {
        this.connection = connection;
        this.since = since;
        this.ending = ending;
    }

    /** Where the cost of a node goes next. */
    Collection<Node> next(Node node) throws SQLException {
        List<Node> result = new ArrayList<>();
        if (node.item() != 0) {
            for (String order : orders(node.item(), USED_BY)) {
                result.add(Node.of(order));
            }
            return result;
        }
        String sql = OUTPUTS + ending;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, node.order());
            select.setLong(2, since);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(Node.of(row.getLong(1)));
                }
            }
        }
        return result;
    }

    /** The orders that made an item. */
    List<String> madeBy(long item) throws SQLException {
        return orders(item, MADE_BY);
    }

    private List<String> orders(long item, String query) throws SQLException {
        List<String> result = new ArrayList<>();
        String sql = query + ending;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, item);
            select.setLong(2, since);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String reference = row.getString(1);
                    if (reference != null) {
                        result.add(reference);
                    }
                }
            }
        }
        return result;
    }

}
