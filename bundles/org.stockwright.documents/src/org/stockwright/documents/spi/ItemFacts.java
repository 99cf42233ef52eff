package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Tracking;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * What documents need to know of an item.
 *
 * @param id its identity
 * @param code its code
 * @param unit its base unit
 * @param tracking how exactly its stock is followed
 * @param category its category's path, or empty
 * @param listPrice price per base unit in the company's currency, if known
 * @param standardCost cost per base unit in the company's currency, if known
 * @param active whether new documents may name it
 * @param locked whether its stock may not be used at the moment
 */
public record ItemFacts(ItemId id, String code, Unit unit, Tracking tracking, String category,
    Optional<BigDecimal> listPrice,
    Optional<BigDecimal> standardCost, boolean active, boolean locked) {

    private static final String SELECT = "SELECT i.id, i.code, c.path, i.list_price, i.active, i.lock_reason, u.code, "
        + "u.dimension, u.numerator, u.denominator, u.scale, u.step, i.standard_cost, i.tracking FROM item i JOIN unit u ON u.id = i.unit_id "
        + "LEFT JOIN category c ON c.id = i.category_id WHERE i.id IN ";

    /** Those of these items that there are, with few statements. */
    public static Map<ItemId, ItemFacts> read(Transaction transaction, Collection<ItemId> items) throws SQLException {
        Map<ItemId, ItemFacts> result = new HashMap<>();
        TreeSet<Long> ids = new TreeSet<>();
        items.forEach(item -> ids.add(item.value()));
        BulkSelect.unlocked(transaction).each(SELECT, ids, "", row -> {
            ItemFacts facts = of(row);
            result.put(facts.id(), facts);
        });
        return result;
    }

    private static ItemFacts of(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString(7), row.getString(8),
            new Rational(row.getBigDecimal(9).toBigIntegerExact(), row.getBigDecimal(10).toBigIntegerExact()),
            row.getInt(11), row.getBigDecimal(12));
        return new ItemFacts(new ItemId(row.getLong(1)), row.getString(2), unit,
            Tracking.valueOf(row.getString(14)),
            Optional.ofNullable(row.getString(3)).orElse(""), Optional.ofNullable(row.getBigDecimal(4)),
            Optional.ofNullable(row.getBigDecimal(13)), row.getInt(5) == 1,
            !Optional.ofNullable(row.getString(6)).orElse("").isEmpty());
    }

}
