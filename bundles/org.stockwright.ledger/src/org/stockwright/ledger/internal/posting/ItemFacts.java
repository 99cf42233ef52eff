package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Tracking;

/**
 * What posting needs to know of an item.
 *
 * @param id its identity
 * @param code its code
 * @param name its name
 * @param unit the base unit
 * @param tracking how exactly its stock is followed
 * @param shelfLifeDays days from receipt to expiry, if it expires
 * @param active whether new movements may name it
 * @param lockReason why it is locked, or empty
 * @param category its category's path, or empty
 */
record ItemFacts(ItemId id, String code, String name, Unit unit, Tracking tracking, Optional<Integer> shelfLifeDays,
    boolean active, String lockReason, String category) {

    /** The query that {@link #of} reads, up to the identities. */
    static final String SELECT = "SELECT i.id, i.code, i.name, i.tracking, i.shelf_life_days, i.active, "
        + "i.lock_reason, c.path, u.code, u.dimension, u.numerator, u.denominator, u.scale, u.step FROM item i "
        + "JOIN unit u ON u.id = i.unit_id LEFT JOIN category c ON c.id = i.category_id WHERE i.id IN ";

    static ItemFacts of(ResultSet row) throws SQLException {
        int days = row.getInt(5);
        Optional<Integer> shelfLife = row.wasNull() ? Optional.empty() : Optional.of(days);
        BigDecimal numerator = row.getBigDecimal(11);
        BigDecimal denominator = row.getBigDecimal(12);
        Unit unit = new Unit(row.getString(9), row.getString(10),
            new Rational(numerator.toBigIntegerExact(), denominator.toBigIntegerExact()), row.getInt(13),
            row.getBigDecimal(14));
        return new ItemFacts(new ItemId(row.getLong(1)), row.getString(2), row.getString(3), unit,
            Tracking.valueOf(row.getString(4)), shelfLife, row.getInt(6) == 1,
            Optional.ofNullable(row.getString(7)).orElse(""), Optional.ofNullable(row.getString(8)).orElse(""));
    }

}
