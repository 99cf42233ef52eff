package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Quantity;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock.Contribution;

/**
 * The movements that an on-hand figure is the sum of. Those that only change places within the bounds of the question
 * add nothing and are left out. Where the question is about several items, each has its own running figure.
 */
final class Explanation {

    private final Scope scope;
    private final Map<Long, BigDecimal> running = new HashMap<>();
    private final List<Contribution> contributions = new ArrayList<>();

    private Explanation(Scope scope) {
        this.scope = scope;
    }

    static List<Contribution> of(Connection connection, Scope scope, Bounds bounds, Places places)
        throws SQLException {
        SqlQuery sql = new SqlQuery("SELECT " + MovementReader.COLUMNS + " FROM movement m WHERE 1 = 1");
        scope.item().ifPresent(item -> sql.add(" AND m.item_id = ?", item.value()));
        bounds.effective().ifPresent(instant -> sql.add(" AND m.effective_at <= ?", instant));
        bounds.recorded().ifPresent(instant -> sql.add(" AND m.recorded_at <= ?", instant));
        sql.add(" ORDER BY m.effective_at, m.seq");
        Explanation explanation = new Explanation(scope);
        new MovementReader(connection, places).read(sql, explanation::take);
        return explanation.contributions;
    }

    private void take(MovementView movement, BalanceKey from, BalanceKey to) {
        boolean takes = scope.balances().containsKey(from.id());
        boolean brings = scope.balances().containsKey(to.id());
        if (takes == brings) {
            return;
        }
        Quantity delta = brings ? movement.quantity() : movement.quantity().negate();
        BigDecimal after = running.merge(from.item(), delta.amount(), BigDecimal::add);
        contributions.add(new Contribution(movement, delta, new Quantity(after, delta.unit())));
    }

}
