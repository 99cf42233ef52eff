package org.stockwright.valuation.internal.engine;

import java.util.List;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;

/** Goods come into our stock. */
final class Inbound extends Step {

    Inbound(EngineContext context, ItemState state, Event.Move move) {
        super(context, state, move);
    }

    @Override
    List<Line> lines() {
        PoolKey key = move.to().pool();
        Cost cost = cost(pool(key));
        Side source = outside(move.from());
        if (state.isAtStandard(key)) {
            Pool pool = pool(key);
            Cost value = standard(pool.quantity.add(move.quantity())).minus(pool.value);
            put(key, List.of(fresh(move.quantity(), value)));
            line(LineKind.COST, stock(key), source, value);
            boolean bought = move.kind() == MovementKind.RECEIPT && move.reverses() == 0;
            line(LineKind.PRICE_VARIANCE,
                other(bought ? AccountSide.PURCHASE_PRICE_VARIANCE : AccountSide.COST_VARIANCE), source,
                cost.minus(value));
            return lines;
        }
        line(LineKind.COST, stock(key), source, cost);
        put(key, List.of(fresh(move.quantity(), cost)));
        known(new UnitCost(cost, move.quantity()));
        return lines;
    }

    /** What they cost: by what they bring back, by what was entered, else by what is known of the item. */
    private Cost cost(Pool pool) {
        boolean back = move.reverses() != 0 || move.kind() == MovementKind.RETURN_IN && move.unitCost() == null;
        List<History.Original> originals = back ? history.originals(move) : List.of();
        if (!originals.isEmpty()) {
            return together(originals, pool);
        }
        if (move.takesFromOrder()) {
            return move.made() == null ? Cost.ZERO : move.made();
        }
        if (move.unitCost() != null) {
            return Cost.of(move.unitCost()).times(move.quantity(), scale);
        }
        boolean fresh = move.kind() == MovementKind.RECEIPT || move.kind() == MovementKind.OPENING;
        return fresh && state.standard != null && !state.standard.isZero()
            ? state.standard.times(move.quantity(), scale) : guess(pool, move.quantity());
    }

}
