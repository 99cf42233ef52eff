package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;

/** The standard costs and categories of an item over time, and what follows from them and the policies. */
final class ItemProfile {

    private final long item;
    private final TreeMap<Long, Cost> standards = new TreeMap<>();
    private final TreeMap<Long, String> categories = new TreeMap<>();

    private ItemProfile(long item) {
        this.item = item;
    }

    static ItemProfile read(Connection connection, long item) throws SQLException {
        ItemProfile profile = new ItemProfile(item);
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, material, freight, labour, "
            + "overhead FROM standard_cost WHERE item_id = ? ORDER BY id")) {
            select.setLong(1, item);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    profile.standards.put(row.getLong(1), new Cost(row.getBigDecimal(2), row.getBigDecimal(3),
                        row.getBigDecimal(4), row.getBigDecimal(5)));
                }
            }
        }
        try (PreparedStatement select = connection
            .prepareStatement("SELECT effective_at, category FROM item_category WHERE item_id = ? ORDER BY id")) {
            select.setLong(1, item);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    profile.categories.put(row.getLong(1), row.getString(2));
                }
            }
        }
        return profile;
    }

    /** Before the first event. */
    ItemState begin(CostPolicies policies) {
        return new ItemState(method(policies, Rules.ALWAYS), standard(Rules.ALWAYS), category(Rules.ALWAYS));
    }

    /** How its cost flows at an instant. */
    CostMethod method(CostPolicies policies, long effective) {
        return policies.at(item, category(effective), effective);
    }

    /** The path of its category at an instant, or empty. */
    String category(long effective) {
        Map.Entry<Long, String> entry = categories.floorEntry(effective);
        return entry == null ? "" : entry.getValue();
    }

    Cost standard(long effective) {
        Map.Entry<Long, Cost> entry = standards.floorEntry(effective);
        return entry == null ? null : entry.getValue();
    }

    /** The standard cost that begins at an instant; null for none. */
    Cost exactly(long effective) {
        return standards.get(effective);
    }

    /** What changes after one key and not after another; where nothing changes there is none. */
    List<Event> changes(Rules rules, Key after, Key until) {
        CostPolicies policies = rules.policies();
        TreeSet<Long> instants = policies.instants(item, categories.values());
        instants.addAll(standards.keySet());
        instants.addAll(categories.keySet());
        List<Event> result = new ArrayList<>(rules.places().owners().changes(after, until));
        for (long at : instants.tailSet(Rules.ALWAYS, false)) {
            Key key = new Key(at, Key.CHANGE, 0);
            if (after.isBefore(key) && !until.isBefore(key)) {
                Cost standard = standard(at);
                Event.Change change = new Event.Change(key, method(policies, at),
                    Objects.equals(standard, standard(at - 1)) ? null : standard, category(at));
                if (change.standard() != null || change.method() != method(policies, at - 1)
                    || !change.category().equals(category(at - 1))) {
                    result.add(change);
                }
            }
        }
        return result;
    }

    /** When the first change after an instant comes; {@link Long#MAX_VALUE} for never. */
    long due(Rules rules, Key after) {
        return changes(rules, after, Key.endOf(Long.MAX_VALUE)).stream()
            .mapToLong(change -> change.key().effective()).min().orElse(Long.MAX_VALUE);
    }

}
