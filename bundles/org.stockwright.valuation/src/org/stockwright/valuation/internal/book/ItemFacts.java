package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;

/**
 * What is shown of an item beside its value.
 *
 * @param id its identity
 * @param code its code
 * @param name its name
 * @param category the path of its category, or empty
 * @param tracking how exactly its stock is followed
 * @param unit the base unit
 */
record ItemFacts(ItemId id, String code, String name, String category, String tracking, Unit unit) {

    private static final String SELECT = "SELECT i.id, i.code, i.name, c.path, i.tracking, u.code, u.dimension, "
        + "u.numerator, u.denominator, u.scale, u.step FROM item i JOIN unit u ON u.id = i.unit_id "
        + "LEFT JOIN category c ON c.id = i.category_id";

    private static final String ONE = SELECT + " WHERE i.id = ?";
    private static final String ALL = SELECT + " ORDER BY i.code";

    /** One item, or all of them by code. */
    static Map<Long, ItemFacts> read(Connection connection, Optional<ItemId> item) throws SQLException {
        Map<Long, ItemFacts> result = new LinkedHashMap<>();
        String sql = item.isPresent() ? ONE : ALL;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (item.isPresent()) {
                select.setLong(1, item.get().value());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getLong(1), of(row));
                }
            }
        }
        return result;
    }

    private static ItemFacts of(ResultSet row) throws SQLException {
        String path = row.getString(4);
        return new ItemFacts(new ItemId(row.getLong(1)), row.getString(2), row.getString(3), path == null ? "" : path,
            row.getString(5), new Unit(row.getString(6), row.getString(7),
                new Rational(row.getBigDecimal(8).toBigIntegerExact(), row.getBigDecimal(9).toBigIntegerExact()),
                row.getInt(10), row.getBigDecimal(11)));
    }

    /** Whether it is in a category or a part of it. */
    boolean isIn(String path) {
        return category.equals(path) || category.startsWith(path + '/');
    }

}
