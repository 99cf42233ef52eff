package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

import org.stockwright.base.ItemId;

/**
 * On-hand figures from the movements. What counted at an instant is summed up, or what did not count is taken off
 * today's figures, whichever reads fewer movements; both are exact. Movements are streamed and added up here by balance,
 * which is faster than the database's own grouping, and only the sums are in memory.
 */
final class PastFigures {

    private final Connection connection;
    private final Scope scope;
    private final Bounds bounds;
    private final Census census;

    PastFigures(Connection connection, Scope scope, Bounds bounds, Census census) {
        this.connection = connection;
        this.scope = scope;
        this.bounds = bounds;
        this.census = census;
    }

    /** The figure of each balance of the scope. */
    LongFunction<BigDecimal> onHand() throws SQLException {
        if (bounds.isNow() && scope.isKept()) {
            return id -> scope.onHand().getOrDefault(id, BigDecimal.ZERO);
        }
        BalanceSums sums = new BalanceSums(scope.balances().keySet());
        if (scope.isKept() && isLessBackward()) {
            backward(sums);
        } else {
            forward(sums);
        }
        return sums::get;
    }

    private void forward(BalanceSums sums) throws SQLException {
        SqlQuery query = movements();
        bounds.effective().ifPresent(instant -> query.add(" AND m.effective_at <= ?", instant));
        bounds.recorded().ifPresent(instant -> query.add(" AND m.recorded_at <= ?", instant));
        query.forEach(connection, row -> add(sums, row, row.getBigDecimal(3)));
    }

    private void backward(BalanceSums sums) throws SQLException {
        scope.onHand().forEach((id, onHand) -> sums.add(sums.find(id), onHand));
        // Two questions rather than one with OR: each has an index.
        if (bounds.effective().isPresent()) {
            movements().add(" AND m.effective_at > ?", bounds.effective().get()).forEach(connection,
                row -> add(sums, row, row.getBigDecimal(3).negate()));
        }
        if (bounds.recorded().isPresent()) {
            SqlQuery learntLater = movements().add(" AND m.recorded_at > ?", bounds.recorded().get());
            bounds.effective().ifPresent(instant -> learntLater.add(" AND m.effective_at <= ?", instant));
            learntLater.forEach(connection, row -> add(sums, row, row.getBigDecimal(3).negate()));
        }
    }

    private SqlQuery movements() {
        SqlQuery query = new SqlQuery("""
            SELECT m.from_balance_id, m.to_balance_id, m.quantity FROM movement m WHERE 1 = 1""");
        scope.item().ifPresent(item -> query.add(" AND m.item_id = ?", item.value()));
        return query;
    }

    private static void add(BalanceSums sums, ResultSet row, BigDecimal quantity) throws SQLException {
        int from = sums.find(row.getLong(1));
        int to = sums.find(row.getLong(2));
        if (from >= 0) {
            sums.subtract(from, quantity);
        }
        if (to >= 0) {
            sums.add(to, quantity);
        }
    }

    private boolean isLessBackward() throws SQLException {
        if (scope.item().isEmpty()) {
            return census.of(connection, bounds).isLessBackward();
        }
        long all = movementsOf(scope.item().get(), Optional.empty());
        long within = movementsOf(scope.item().get(), bounds.effective());
        return bounds.recorded().isEmpty() && all - within < within;
    }

    /** How many movements an item has until an instant: counted in one index. */
    private long movementsOf(ItemId item, Optional<Long> until) throws SQLException {
        SqlQuery query = new SqlQuery("SELECT COUNT(*) FROM movement m WHERE m.item_id = ?", item.value());
        until.ifPresent(instant -> query.add(" AND m.effective_at <= ?", instant));
        return query.number(connection);
    }

    /** What was reserved of each balance of the scope. */
    LongFunction<BigDecimal> reserved() throws SQLException {
        if (bounds.isNow()) {
            return id -> scope.reserved().getOrDefault(id, BigDecimal.ZERO);
        }
        SqlQuery query = new SqlQuery("SELECT e.balance_id, SUM(e.delta) FROM reservation_event e");
        scope.item().ifPresent(item -> query.add(" JOIN balance b ON b.id = e.balance_id AND b.item_id = ?",
            item.value()));
        bounds.reservations().ifPresent(instant -> query.add(" WHERE e.recorded_at <= ?", instant));
        query.add(" GROUP BY e.balance_id");
        Map<Long, BigDecimal> figures = new HashMap<>();
        query.forEach(connection, row -> {
            long balance = row.getLong(1);
            if (scope.balances().containsKey(balance)) {
                figures.put(balance, row.getBigDecimal(2));
            }
        });
        return id -> figures.getOrDefault(id, BigDecimal.ZERO);
    }

}
