package org.stockwright.ledger.internal.places;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;

/** Makes the balances follow a change of policies: whether the database lets them go negative. */
final class BalancePolicies {

    private static final int BATCH = 500;

    private final Connection connection;

    BalancePolicies(Connection connection) {
        this.connection = connection;
    }

    private record Change(boolean allowed, String item, String location) {
    }

    /** Sets the mark of every balance whose policy is another one now; refused when one of them is negative. */
    Optional<Refusal> apply(LocationTree tree, NegativePolicies policies) throws SQLException {
        TreeMap<Long, Change> changes = changes(tree, policies);
        List<Change> violated = new ArrayList<>();
        for (boolean allowed : new boolean[] { true, false }) {
            // a row that is negative does not match, and so tells itself
            String sql = allowed ? "UPDATE balance SET negative_allowed = 1 WHERE id = ?"
                : "UPDATE balance SET negative_allowed = 0 WHERE id = ? AND on_hand >= 0 AND reserved <= on_hand";
            List<Long> ids = changes.entrySet().stream().filter(change -> change.getValue().allowed() == allowed)
                .map(Map.Entry::getKey).toList();
            for (long id : missed(sql, ids)) {
                violated.add(changes.get(id));
            }
        }
        if (violated.isEmpty()) {
            return Optional.empty();
        }
        Change first = violated.get(0);
        return Optional.of(Refusal.of(LedgerRefusal.POLICY_VIOLATED, violated.size(), first.item(), first.location())
            .hint("Receive or adjust what is missing first, or keep the policy."));
    }

    private TreeMap<Long, Change> changes(LocationTree tree, NegativePolicies policies) throws SQLException {
        TreeMap<Long, Change> result = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT b.id, b.location_id, "
            + "b.negative_allowed, i.code, i.tracking, c.path FROM balance b JOIN item i ON i.id = b.item_id "
            + "LEFT JOIN category c ON c.id = i.category_id WHERE b.kept = 1");
            ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Location place = tree.get(new LocationId(row.getLong(2))).orElseThrow();
                String category = Optional.ofNullable(row.getString(6)).orElse("");
                boolean allowed = policies.of(place, category,
                    Tracking.valueOf(row.getString(5))) != NegativePolicy.BLOCK;
                if (allowed != (row.getInt(3) == 1)) {
                    result.put(row.getLong(1), new Change(allowed, row.getString(4), place.code()));
                }
            }
        }
        return result;
    }

    private List<Long> missed(String sql, List<Long> ids) throws SQLException {
        List<Long> result = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int start = 0; start < ids.size(); start += BATCH) {
                List<Long> part = ids.subList(start, Math.min(ids.size(), start + BATCH));
                for (long id : part) {
                    statement.setLong(1, id);
                    statement.addBatch();
                }
                int[] counts = statement.executeBatch();
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] == 0) {
                        result.add(part.get(i));
                    }
                }
            }
        }
        return result;
    }

}
