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
            Cost value = state.standard == null ? Cost.ZERO : state.standard.times(pool.quantity, scale);
            lines.add(new Line(LineKind.REVALUATION, 0, Side.of(entry.getKey(), null, state.category),
                Side.of(AccountSide.REVALUATION, null, state.category), value.minus(pool.value)));
            pool.value = value;
        }
    }

}
