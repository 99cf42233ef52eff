package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;

/**
 * What all items have now, added up by the database in one statement: where rows cross a network, a row per item is
 * cheaper than one per balance. The figures are those of {@link StockRows}: available is what is on hand less what is
 * reserved, without the balances that may not be used and without those that have less than is reserved of them.
 */
final class ItemTotals {

    /** With more places that may not be used, the balances are added up here. */
    private static final int MANY_PLACES = 500;

    private final Connection connection;
    private final Places places;

    ItemTotals(Connection connection, Places places) {
        this.connection = connection;
        this.places = places;
    }

    /** One item's figures; available as if the item were not locked. */
    record Total(BigDecimal onHand, BigDecimal reserved, BigDecimal available) {
    }

    /** The figures by item, if the question is one that can be answered so. */
    Optional<Map<Long, Total>> of(StockQuery query, Collection<String> usableStatuses) throws SQLException {
        if (query.grouping() != Grouping.ITEM || !Scope.isAll(query, places) || usableStatuses.isEmpty()) {
            return Optional.empty();
        }
        List<Long> unusable = places.unusable();
        return unusable.size() > MANY_PLACES ? Optional.empty() : Optional.of(read(unusable, usableStatuses));
    }

    private Map<Long, Total> read(List<Long> unusable, Collection<String> usableStatuses) throws SQLException {
        SqlQuery sql = new SqlQuery("SELECT b.item_id, SUM(b.on_hand), SUM(b.reserved), SUM(CASE WHEN b.status NOT IN"
            + " (" + "?, ".repeat(usableStatuses.size() - 1) + "?)", usableStatuses.toArray());
        if (!unusable.isEmpty()) {
            sql.add(" OR b.location_id IN").list(unusable);
        }
        sql.add(" OR b.on_hand > 0 AND b.reserved > b.on_hand THEN b.on_hand - b.reserved END) FROM balance b "
            + "WHERE b.kept = 1 GROUP BY b.item_id");
        Map<Long, Total> totals = new HashMap<>();
        sql.forEach(connection, row -> {
            BigDecimal onHand = row.getBigDecimal(2);
            BigDecimal reserved = row.getBigDecimal(3);
            BigDecimal unavailable = Optional.ofNullable(row.getBigDecimal(4)).orElse(BigDecimal.ZERO);
            totals.put(row.getLong(1), new Total(onHand, reserved, onHand.subtract(reserved).subtract(unavailable)));
        });
        return totals;
    }

}
