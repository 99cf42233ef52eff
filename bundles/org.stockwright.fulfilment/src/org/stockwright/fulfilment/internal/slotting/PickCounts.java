package org.stockwright.fulfilment.internal.slotting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** How often items were picked at places, as {@code Slotting} counts it. */
final class PickCounts {

    /** A line of a list stands for one visit, however many orders it is for. */
    private static final String LISTED = "SELECT p.item_id, p.location_id, COUNT(DISTINCT p.id) FROM document_flow f "
        + "JOIN document_line l ON l.id = f.line_id JOIN document d ON d.id = l.document_id "
        + "JOIN document_line p ON p.id = COALESCE(l.parent_line_id, l.id) "
        + "WHERE d.kind = 'pick-list' AND f.step = 'PICKED' AND f.quantity > 0 AND p.location_id IS NOT NULL "
        + "AND f.effective_at >= ? AND f.effective_at < ? GROUP BY p.item_id, p.location_id";
    private static final String ISSUED = "SELECT b.item_id, b.location_id, COUNT(*) FROM movement m "
        + "JOIN balance b ON b.id = m.from_balance_id WHERE m.kind = 'ISSUE' AND m.reverses_seq IS NULL "
        + "AND m.effective_at >= ? AND m.effective_at < ? GROUP BY b.item_id, b.location_id";
    private static final String REVERSED = "SELECT b.item_id, b.location_id, -COUNT(*) FROM movement m "
        + "JOIN balance b ON b.id = m.to_balance_id WHERE m.kind = 'ISSUE' AND m.reverses_seq IS NOT NULL "
        + "AND m.effective_at >= ? AND m.effective_at < ? GROUP BY b.item_id, b.location_id";

    private final Map<LocationId, Map<ItemId, Long>> counts = new HashMap<>();

    static PickCounts read(Transaction transaction, Instant from, Instant before) throws SQLException {
        PickCounts result = new PickCounts();
        for (String sql : new String[] { LISTED, ISSUED, REVERSED }) {
            try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
                select.setLong(1, Micros.of(from));
                select.setLong(2, Micros.of(before));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        result.counts.computeIfAbsent(new LocationId(row.getLong(2)), place -> new HashMap<>())
                            .merge(new ItemId(row.getLong(1)), row.getLong(3), Long::sum);
                    }
                }
            }
        }
        return result;
    }

    /** How often the items of a place were picked there; never below 0. */
    Map<ItemId, Long> at(LocationId place) {
        Map<ItemId, Long> result = new HashMap<>(counts.getOrDefault(place, Map.of()));
        result.values().removeIf(count -> count <= 0);
        return result;
    }

}
