package org.stockwright.valuation.internal.engine;

import java.util.List;

import org.stockwright.valuation.Cost;

/** Goods go from one pool to another, with their layers and cost. */
final class Transfer extends Step {

    Transfer(EngineContext context, ItemState state, Event.Move move) {
        super(context, state, move);
    }

    @Override
    List<Line> lines() {
        PoolKey from = move.from().pool();
        PoolKey to = move.to().pool();
        Side variance = other(AccountSide.COST_VARIANCE);
        List<Layer> taken = take(from, move.quantity(), variance);
        Cost value = total(taken);
        if (state.isAtStandard(to)) {
            Pool pool = pool(to);
            Cost arriving = standard(pool.quantity.add(move.quantity())).minus(pool.value);
            ItemState.spread(taken, arriving, scale);
            put(to, taken);
            line(LineKind.COST, stock(to), stock(from), arriving);
            // goods that become ours on arrival were bought then
            boolean bought = from.kind() == PoolKind.SUPPLIER_TRANSIT;
            line(bought ? LineKind.PRICE_VARIANCE : LineKind.COST_VARIANCE,
                bought ? other(AccountSide.PURCHASE_PRICE_VARIANCE) : variance, stock(from), value.minus(arriving));
            return lines;
        }
        List<History.Original> originals = move.reverses() != 0 ? history.originals(move) : List.of();
        if (!originals.isEmpty()) {
            Cost more = bringBack(from, together(originals, pool(from)).minus(value));
            if (!more.isZero()) {
                value = value.plus(more);
                ItemState.spread(taken, value, scale);
            }
        }
        line(LineKind.COST, stock(to), stock(from), value);
        put(to, taken);
        return lines;
    }

}
