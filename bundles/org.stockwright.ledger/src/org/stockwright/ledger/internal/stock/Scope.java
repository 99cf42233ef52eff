package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
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
 * @param query the question
 * @param inside the places that it is about; empty when it names none
 */
record Scope(StockQuery query, Set<Long> inside, Map<Long, BalanceKey> balances, Map<Long, BigDecimal> onHand,
    Map<Long, BigDecimal> reserved) {

    /** More places than this are compared here rather than by the database. */
    private static final int MANY_PLACES = 500;

    static Scope read(Connection connection, StockQuery query, Places places) throws SQLException {
        Scope scope = new Scope(query, places.inside(query.location()).map(Scope::orNone).orElse(Set.of()),
            new HashMap<>(),
            new HashMap<>(), new HashMap<>());
        scope.select("b.on_hand, b.reserved, b.id, b.location_id, b.item_id, b.lot_id, b.owner_id, b.status, "
            + "b.handling_unit_id, b.kept").forEach(connection, row -> {
                if (scope.isInside(row)) {
                    BalanceKey key = new BalanceKey(row.getLong(3), row.getLong(5), row.getLong(4), row.getLong(6),
                        row.getLong(7), row.getString(8), row.getLong(9), row.getInt(10) == 1);
                    scope.balances.put(key.id(), key);
                    if (key.kept()) {
                        scope.onHand.put(key.id(), row.getBigDecimal(1));
                        scope.reserved.put(key.id(), row.getBigDecimal(2));
                    }
                }
            });
        return scope;
    }

    /** No place has this number: what is limited to nothing is not what is not limited. */
    private static Set<Long> orNone(Set<Long> places) {
        return places.isEmpty() ? Set.of(-1L) : places;
    }

    /** Whether a question is about all that is ours. */
    static boolean isAll(StockQuery query, Places places) {
        return places.allowed().isEmpty() && query.item().isEmpty() && query.location().isEmpty()
            && query.lot().isEmpty()
            && query.owner().isEmpty() && query.status().isEmpty();
    }

    /** All these balances, without what lies in them now. */
    static Scope all(StockQuery query, Map<Long, BalanceKey> balances) {
        return new Scope(query, Set.of(), balances, Map.of(), Map.of());
    }

    /** Whether the balances are still what they were read to be: no posting of theirs was committed since. */
    boolean isStill(Connection connection) throws SQLException {
        long[] seen = { 0 };
        select("b.on_hand, b.reserved, b.id, b.location_id").forEach(connection, row -> {
            if (isInside(row)) {
                BalanceKey key = balances.get(row.getLong(3));
                boolean same = key != null && (!key.kept() || row.getBigDecimal(1).equals(onHand.get(key.id()))
                    && row.getBigDecimal(2).equals(reserved.get(key.id())));
                seen[0] += same ? 1 : Integer.MIN_VALUE;
            }
        });
        return seen[0] == balances.size();
    }

    private boolean isInside(ResultSet row) throws SQLException {
        return inside.size() <= MANY_PLACES || inside.contains(row.getLong(4));
    }

    private SqlQuery select(String columns) {
        SqlQuery sql = new SqlQuery("SELECT " + columns + " FROM balance b");
        query.lot().ifPresent(lot -> sql.add(" JOIN lot t ON t.id = b.lot_id AND t.code = ?", lot));
        // Without a place it is about what is ours: the places that keep stock.
        sql.add(query.location().isPresent() ? " WHERE 1 = 1" : " WHERE b.kept = 1");
        item().ifPresent(item -> sql.add(" AND b.item_id = ?", item.value()));
        query.owner().ifPresent(owner -> sql.add(" AND b.owner_id = ?", owner.value()));
        query.status().ifPresent(status -> sql.add(" AND b.status = ?", status));
        if (!inside.isEmpty() && inside.size() <= MANY_PLACES) {
            sql.add(" AND b.location_id IN").list(inside);
        }
        return sql;
    }

    /** The only item, if it is one. */
    Optional<ItemId> item() {
        return query.item();
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
