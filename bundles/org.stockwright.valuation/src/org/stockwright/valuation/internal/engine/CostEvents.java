package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** Value that changes without goods moving: cost that came late, and write-downs. */
final class CostEvents {

    private final int scale;
    private final History history;

    CostEvents(EngineContext context) {
        this.scale = context.scale();
        this.history = context.history();
    }

    /** Splits it over what is still in stock and where the rest went. */
    List<Line> late(ItemState state, Event.LateCost late) {
        List<Line> lines = new ArrayList<>();
        boolean made = !late.order().isEmpty();
        Side source = made ? Side.of(late.order()) : Side.of(AccountSide.LATE_COST, null, state.category);
        Share share = new Share(late.amount(), late.quantity());
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            Pool pool = entry.getValue();
            if (state.isAtStandard(entry.getKey())) {
                continue;
            }
            Cost added = Cost.ZERO;
            for (int i = 0; i < pool.layers.size(); i++) {
                Layer layer = pool.layers.get(i);
                if (layer.origin() == late.receipt()) {
                    Cost part = share.of(layer.quantity());
                    added = added.plus(part);
                    if (state.keepsLayerValues(entry.getKey())) {
                        pool.layers.set(i, layer.with(layer.quantity(), layer.value().plus(part)));
                    }
                }
            }
            pool.value = pool.value.plus(added);
            lines.add(new Line(LineKind.LATE_COST, late.receipt(), Side.of(entry.getKey(), null, state.category),
                source, added));
        }
        if (state.method == CostMethod.STANDARD) {
            lines.add(new Line(made ? LineKind.COST_VARIANCE : LineKind.PRICE_VARIANCE, late.receipt(),
                Side.of(made ? AccountSide.COST_VARIANCE : AccountSide.PURCHASE_PRICE_VARIANCE, null, state.category),
                source, share.rest));
            return lines;
        }
        if (share.left.signum() > 0) {
            for (History.Use use : history.uses(late)) {
                lines.add(new Line(LineKind.LATE_COST, use.movement(), use.to(), source, share.of(use.quantity())));
            }
        }
        lines.add(new Line(LineKind.LATE_COST, late.receipt(),
            Side.of(AccountSide.COST_VARIANCE, null, state.category), source, share.rest));
        return lines;
    }

    /** Gives out an amount by quantity, so that the parts add up to it. */
    private final class Share {

        private Cost rest;
        private BigDecimal left;

        Share(Cost amount, BigDecimal quantity) {
            this.rest = amount;
            this.left = quantity;
        }

        Cost of(BigDecimal quantity) {
            BigDecimal some = quantity.min(left);
            if (some.signum() <= 0) {
                return Cost.ZERO;
            }
            Cost part = rest.share(some, left, scale);
            rest = rest.minus(part);
            left = left.subtract(some);
            return part;
        }

    }

    /** Lowers all pools of our own goods by what they are worth. At standard cost there is nothing to lower. */
    List<Line> writeDown(ItemState state, Event.WriteDown event) {
        List<Line> lines = new ArrayList<>();
        if (state.method == CostMethod.STANDARD) {
            return lines;
        }
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            all = all.add(worth(entry));
        }
        Side expense = Side.of(AccountSide.WRITE_DOWN, null, state.category);
        Cost rest = Cost.of(event.amount());
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            Pool pool = entry.getValue();
            BigDecimal worth = worth(entry);
            if (worth.signum() <= 0) {
                continue;
            }
            Cost part = rest.share(worth, all, scale);
            all = all.subtract(worth);
            rest = rest.minus(part);
            if (state.keepsLayerValues(entry.getKey())) {
                lower(pool, part);
            }
            pool.value = pool.value.minus(part);
            lines.add(new Line(LineKind.WRITE_DOWN, 0, expense, Side.of(entry.getKey(), null, state.category), part));
        }
        return lines;
    }

    /** What a pool can be lowered by: nothing when its goods are not ours. */
    private static BigDecimal worth(Map.Entry<PoolKey, Pool> pool) {
        return pool.getKey().kind().isOurs() ? pool.getValue().value.total().max(BigDecimal.ZERO) : BigDecimal.ZERO;
    }

    private void lower(Pool pool, Cost amount) {
        BigDecimal worth = pool.value.total();
        Cost rest = amount;
        for (int i = 0; i < pool.layers.size() && worth.signum() > 0; i++) {
            Layer layer = pool.layers.get(i);
            BigDecimal own = layer.value().total();
            Cost part = rest.share(own, worth, scale);
            pool.layers.set(i, layer.with(layer.quantity(), layer.value().minus(part)));
            rest = rest.minus(part);
            worth = worth.subtract(own);
        }
    }

}
