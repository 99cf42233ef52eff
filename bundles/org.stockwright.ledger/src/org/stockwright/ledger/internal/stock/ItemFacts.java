package org.stockwright.ledger.internal.stock;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.ItemId;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;

/**
 * What rows of stock and movements say about an item.
 *
 * @param category its category's path, or empty
 * @param locked whether postings of it are refused
 */
record ItemFacts(ItemId id, String code, String name, String category, Unit unit, boolean locked) {

    /** From so many items on, one scan of the table is cheaper than looking each up. */
    private static final int MANY = 500;
    private static final String SELECT = """
        SELECT i.id, i.code, i.name, i.lock_reason, i.category_id, i.unit_id FROM item i""";

    /** The facts of these items, by identity. */
    static Map<Long, ItemFacts> load(Connection connection, Collection<Long> ids) throws SQLException {
        Map<Long, ItemFacts> facts = new HashMap<>(ids.size() * 2);
        SqlQuery query = new SqlQuery(SELECT);
        if (ids.isEmpty()) {
            return facts;
        }
        if (ids.size() <= MANY) {
            query.add(" WHERE i.id IN").list(ids);
        }
        List<Raw> rows = new ArrayList<>(ids.size());
        query.forEach(connection, row -> rows.add(new Raw(row.getLong(1), row.getString(2), row.getString(3),
            row.getString(4), row.getLong(5), row.getLong(6))));
        Map<Long, Unit> units = units(connection);
        Map<Long, String> categories = categories(connection, rows);
        for (Raw row : rows) {
            facts.put(row.id, new ItemFacts(new ItemId(row.id), row.code, row.name,
                categories.getOrDefault(row.category, ""), units.get(row.unit),
                row.lockReason != null && !row.lockReason.isEmpty()));
        }
        return facts;
    }

    private record Raw(long id, String code, String name, String lockReason, long category, long unit) {
    }

    /** The units of the company: a few dozen. */
    private static Map<Long, Unit> units(Connection connection) throws SQLException {
        Map<Long, Unit> units = new HashMap<>();
        new SqlQuery("SELECT id, code, dimension, numerator, denominator, scale, step FROM unit").forEach(connection,
            row -> units.put(row.getLong(1), unit(row)));
        return units;
    }

    private static Unit unit(ResultSet row) throws SQLException {
        BigInteger numerator = row.getBigDecimal(4).toBigIntegerExact();
        BigInteger denominator = row.getBigDecimal(5).toBigIntegerExact();
        return new Unit(row.getString(2), row.getString(3), new Rational(numerator, denominator), row.getInt(6),
            row.getBigDecimal(7));
    }

    private static Map<Long, String> categories(Connection connection, List<Raw> items) throws SQLException {
        SqlQuery query = new SqlQuery("SELECT id, path FROM category");
        if (items.size() == 1) {
            query.add(" WHERE id = ?", items.getFirst().category);
        }
        Map<Long, String> paths = new HashMap<>();
        query.forEach(connection, row -> paths.put(row.getLong(1), row.getString(2)));
        return paths;
    }

}
