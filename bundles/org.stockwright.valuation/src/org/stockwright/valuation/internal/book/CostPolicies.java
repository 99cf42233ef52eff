package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.valuation.CostMethod;

/**
 * How cost flows: an item's own policy comes before its category's, the deepest first, and that before the company's.
 * Where nothing was decided it is the moving average.
 */
final class CostPolicies {

    private final Map<String, TreeMap<Long, CostMethod>> policies = new HashMap<>();

    static CostPolicies read(Connection connection) throws SQLException {
        CostPolicies result = new CostPolicies();
        try (
            PreparedStatement select = connection.prepareStatement(
                "SELECT level, subject, effective_from, method FROM cost_policy ORDER BY id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.policies.computeIfAbsent(row.getString(1) + ' ' + row.getString(2), key -> new TreeMap<>())
                    .put(row.getLong(3), CostMethod.valueOf(row.getString(4)));
            }
        }
        return result;
    }

    /** The method of an item in a category at an instant. */
    CostMethod at(long item, String category, long effective) {
        CostMethod method = find("ITEM " + item, effective);
        for (String path = category; method == null && !path.isEmpty(); path = PostingRules.parent(path)) {
            method = find("CATEGORY " + path, effective);
        }
        if (method == null) {
            method = find("COMPANY ", effective);
        }
        return method != null ? method : CostMethod.AVERAGE;
    }

    private CostMethod find(String key, long effective) {
        TreeMap<Long, CostMethod> list = policies.get(key);
        Map.Entry<Long, CostMethod> entry = list == null ? null : list.floorEntry(effective);
        return entry == null ? null : entry.getValue();
    }

    /** When the method of an item that was in these categories may change. */
    TreeSet<Long> instants(long item, Iterable<String> categories) {
        TreeSet<Long> result = new TreeSet<>();
        add(result, "COMPANY ");
        add(result, "ITEM " + item);
        for (String category : categories) {
            for (String path = category; !path.isEmpty(); path = PostingRules.parent(path)) {
                add(result, "CATEGORY " + path);
            }
        }
        return result;
    }

    private void add(TreeSet<Long> result, String key) {
        TreeMap<Long, CostMethod> list = policies.get(key);
        if (list != null) {
            result.addAll(list.keySet());
        }
    }

}
