package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** Another method, standard cost or category: stock gets its new value, or its new account. */
final class PolicyChanges {

    private final int scale;

    PolicyChanges(EngineContext context) {
        this.scale = context.scale();
    }

    /** Applies it. */
    List<Line> change(ItemState state, Event.Change change) {
        List<Line> lines = new ArrayList<>();
        if (change.category() != null && !change.category().equals(state.category)) {
            for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
                if (!entry.getKey().kind().isOurs()) {
                    continue;
                }
                lines.add(new Line(LineKind.RECLASSIFICATION, 0, Side.of(entry.getKey(), null, change.category()),
                    Side.of(entry.getKey(), null, state.category), entry.getValue().value));
            }
            state.category = change.category();
        }
        if (change.standard() != null) {
            state.standard = change.standard();
            if (state.method == CostMethod.STANDARD) {
                revalue(state, lines);
            }
        }
        if (change.method() != null && change.method() != state.method) {
            switchTo(state, change.method(), lines);
        }
        return lines;
    }

    /** What lies in a place of transit is somebody else's from now on, or ours: it goes from one pool to the other. */
    List<Line> own(ItemState state, Event.Ownership change) {
        List<Line> lines = new ArrayList<>();
        for (PoolKey from : List.copyOf(state.pools.keySet())) {
            if (from.kind() != change.before() || from.place() != change.place()) {
                continue;
            }
            PoolKey to = new PoolKey(change.after(), from.place(), from.lot());
            Pool pool = state.pools.remove(from);
            Cost value = pool.value;
            if (!state.keepsLayerValues(from) && state.keepsLayerValues(to)) {
                ItemState.spread(pool.layers, value, scale);
            }
            state.pools.put(to, pool);
            Side before = Side.of(from, null, state.category);
            lines.add(new Line(LineKind.OWNERSHIP, 0, Side.of(to, null, state.category), before,
                state.isAtStandard(to) ? standard(state, pool) : value));
            if (state.isAtStandard(to)) {
                pool.value = standard(state, pool);
                pool.layers.replaceAll(layer -> layer.with(layer.quantity(), Cost.ZERO));
                boolean bought = from.kind() == PoolKind.SUPPLIER_TRANSIT;
                lines.add(new Line(bought ? LineKind.PRICE_VARIANCE : LineKind.COST_VARIANCE, 0,
                    Side.of(bought ? AccountSide.PURCHASE_PRICE_VARIANCE : AccountSide.COST_VARIANCE, null,
                        state.category),
                    before, value.minus(pool.value)));
            }
        }
        return lines;
    }

    private Cost standard(ItemState state, Pool pool) {
        return state.standard == null ? Cost.ZERO : state.standard.times(pool.quantity, scale);
    }

    private void switchTo(ItemState state, CostMethod method, List<Line> lines) {
        Map<PoolKey, Boolean> before = new HashMap<>();
        state.pools.keySet().forEach(key -> before.put(key, state.keepsLayerValues(key)));
        state.method = method;
        if (method == CostMethod.STANDARD) {
            revalue(state, lines);
        }
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            boolean now = state.keepsLayerValues(entry.getKey());
            Pool pool = entry.getValue();
            if (now && !before.get(entry.getKey())) {
                ItemState.spread(pool.layers, pool.value, scale);
            } else if (!now) {
                pool.layers.replaceAll(layer -> layer.with(layer.quantity(), Cost.ZERO));
            }
            if (!pool.deficits.isEmpty()) {
                owe(pool);
            }
        }
    }

    /** What left before it was there shares what the pool is worth now. */
    private void owe(Pool pool) {
        Cost rest = pool.value.negate();
        BigDecimal left = pool.quantity.negate();
        for (int i = 0; i < pool.deficits.size(); i++) {
            Deficit deficit = pool.deficits.get(i);
            Cost part = rest.share(deficit.quantity(), left, scale);
            pool.deficits.set(i, new Deficit(deficit.movement(), deficit.quantity(), part, deficit.to()));
            rest = rest.minus(part);
            left = left.subtract(deficit.quantity());
        }
    }

    private void revalue(ItemState state, List<Line> lines) {
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            Pool pool = entry.getValue();
            if (!entry.getKey().kind().isOurs()) {
                continue;
            }
            Cost value = standard(state, pool);
            lines.add(new Line(LineKind.REVALUATION, 0, Side.of(entry.getKey(), null, state.category),
                Side.of(AccountSide.REVALUATION, null, state.category), value.minus(pool.value)));
            pool.value = value;
        }
    }

}
