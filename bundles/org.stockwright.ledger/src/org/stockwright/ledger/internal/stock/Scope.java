package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stockwright.base.ItemId;
import org.stockwright.ledger.StockQuery;

/**
 * The balances that a question is about, with what is stored for them now.
 *
 * @param item the only item, if it is one
 */
record Scope(Optional<ItemId> item, Map<Long, BalanceKey> balances, Map<Long, BigDecimal> onHand,
    Map<Long, BigDecimal> reserved) {

    /** More places than this are compared here rather than by the database. */
    private static final int MANY_PLACES = 500;

    static Scope read(Connection connection, StockQuery query, Places places) throws SQLException {
        SqlQuery sql = new SqlQuery("""
            SELECT b.id, b.item_id, b.location_id, b.lot_id, b.owner_id, b.status, b.handling_unit_id, b.kept, \
            b.on_hand, b.reserved FROM balance b""");
        if (query.lot().isPresent()) {
            sql.add(" JOIN lot t ON t.id = b.lot_id AND t.code = ?", query.lot().get());
        }
        // Without a place it is about what is ours: the places that keep stock.
        sql.add(query.location().isPresent() ? " WHERE 1 = 1" : " WHERE b.kept = 1");
        query.item().ifPresent(item -> sql.add(" AND b.item_id = ?", item.value()));
        query.owner().ifPresent(owner -> sql.add(" AND b.owner_id = ?", owner.value()));
        query.status().ifPresent(status -> sql.add(" AND b.status = ?", status));
        Set<Long> inside = query.location().map(places::subtree).orElse(Set.of());
        if (!inside.isEmpty() && inside.size() <= MANY_PLACES) {
            sql.add(" AND b.location_id IN").list(inside);
        }
        boolean compare = inside.size() > MANY_PLACES;
        Scope scope = new Scope(query.item(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        sql.forEach(connection, row -> {
            long location = row.getLong(3);
            if (!compare || inside.contains(location)) {
                long id = row.getLong(1);
                BalanceKey key = new BalanceKey(id, row.getLong(2), location, row.getLong(4), row.getLong(5),
                    row.getString(6), row.getLong(7), row.getInt(8) == 1);
                scope.balances.put(id, key);
                if (key.kept()) {
                    scope.onHand.put(id, row.getBigDecimal(9));
                    scope.reserved.put(id, row.getBigDecimal(10));
                }
            }
        });
        return scope;
    }

    /** Whether every figure of now is stored. */
    boolean isKept() {
        return onHand.size() == balances.size();
    }

    Set<Long> items() {
        Set<Long> items = new HashSet<>();
        balances.values().forEach(balance -> items.add(balance.item()));
        return items;
    }

}
