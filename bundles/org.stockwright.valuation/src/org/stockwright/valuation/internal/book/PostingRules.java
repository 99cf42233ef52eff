package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.stockwright.valuation.internal.engine.Side;

/** Which account a side of a line goes to: the deepest category decides first, then the kind of movement. */
final class PostingRules {

    private final Map<Condition, TreeMap<Long, Target>> rules = new HashMap<>();
    private final Map<Condition, Target> found = new ConcurrentHashMap<>();
    /** Whether a rule begins at an instant, so that the same condition may have another account at another one. */
    private boolean dated;

    /**
     * Where it goes.
     *
     * @param account the account's number
     * @param costCentre the cost centre, or empty
     */
    record Target(long account, String costCentre) {
    }

    /**
     * The rule that decides.
     *
     * @param category the category that it is for; empty for any
     * @param kind the kind of movement as it is stored; empty for any
     * @param from from when
     * @param target where it goes
     */
    record Found(String category, String kind, long from, Target target) {
    }

    private record Condition(String category, String kind, String side) {
    }

    static PostingRules read(Connection connection) throws SQLException {
        PostingRules result = new PostingRules();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT category, movement_kind, side, "
                + "effective_from, account_id, cost_centre FROM posting_rule");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.rules
                    .computeIfAbsent(new Condition(row.getString(1), row.getString(2), row.getString(3)),
                        key -> new TreeMap<>())
                    .put(row.getLong(4), new Target(row.getLong(5), row.getString(6)));
                result.dated |= row.getLong(4) > Rules.ALWAYS;
            }
        }
        return result;
    }

    /** The account of a side at an instant. */
    Target of(Side side, long effective) {
        Condition wanted = new Condition(side.category(), side.kind() == null ? "" : side.kind().name(),
            side.account().word());
        // almost always there is one rule for a condition, which holds for all instants
        return dated ? search(wanted, effective)
            : found.computeIfAbsent(wanted, condition -> search(condition, effective));
    }

    private Target search(Condition wanted, long effective) {
        return decide(wanted.category(), wanted.kind(), wanted.side(), effective).target();
    }

    /** The rule that decides about a side at an instant. */
    Found decide(String ofCategory, String ofKind, String side, long effective) {
        String category = ofCategory;
        while (true) {
            for (String kind : List.of(ofKind, "")) {
                TreeMap<Long, Target> list = rules.get(new Condition(category, kind, side));
                if (list != null && list.floorEntry(effective) != null) {
                    return new Found(category, kind, list.floorKey(effective), list.floorEntry(effective).getValue());
                }
            }
            if (category.isEmpty()) {
                throw new IllegalStateException("No posting rule for " + side);
            }
            category = parent(category);
        }
    }

    /** The category above, empty at the top. */
    static String parent(String category) {
        int cut = category.lastIndexOf('/');
        return cut < 0 ? "" : category.substring(0, cut);
    }

}
