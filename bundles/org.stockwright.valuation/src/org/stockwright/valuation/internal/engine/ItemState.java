package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** The value of an item's stock after some event: all that the next event needs. Used by one thread. */
public final class ItemState {

    CostMethod method;
    Cost standard;
    String category;
    UnitCost last;
    final TreeMap<PoolKey, Pool> pools = new TreeMap<>();

    /**
     * Before the first event.
     *
     * @param method how cost flows
     * @param standard the standard cost per unit; null for none
     * @param category the path of the item's category, or empty
     */
    public ItemState(CostMethod method, Cost standard, String category) {
        this.method = method;
        this.standard = standard;
        this.category = category;
    }

    /** One that can be changed apart from this one. */
    public ItemState copy() {
        ItemState copy = new ItemState(method, standard, category);
        copy.last = last;
        for (Map.Entry<PoolKey, Pool> pool : pools.entrySet()) {
            if (!pool.getValue().isEmpty()) {
                copy.pools.put(pool.getKey(), pool.getValue().copy());
            }
        }
        return copy;
    }

    /** How cost flows. */
    public CostMethod method() {
        return method;
    }

    /** The standard cost per unit; null for none. */
    public Cost standard() {
        return standard;
    }

    /** The path of the item's category, or empty. */
    public String category() {
        return category;
    }

    /** The pools that have something. */
    public List<PoolKey> poolKeys() {
        List<PoolKey> keys = new ArrayList<>();
        pools.forEach((key, pool) -> {
            if (!pool.isEmpty()) {
                keys.add(key);
            }
        });
        return keys;
    }

    /** How much a pool has. */
    public BigDecimal quantity(PoolKey key) {
        Pool pool = pools.get(key);
        return pool == null ? BigDecimal.ZERO : pool.quantity;
    }

    /** What a pool is worth. */
    public Cost value(PoolKey key) {
        Pool pool = pools.get(key);
        return pool == null ? Cost.ZERO : pool.value;
    }

    /** How much all pools of our own goods have. */
    public BigDecimal quantity() {
        return quantity(true);
    }

    /** How much all pools have of our own goods, or of those on their way that are others'. */
    public BigDecimal quantity(boolean ours) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<PoolKey, Pool> pool : pools.entrySet()) {
            sum = pool.getKey().kind().isOurs() == ours ? sum.add(pool.getValue().quantity) : sum;
        }
        return sum;
    }

    /** What all pools of our own goods are worth. */
    public Cost value() {
        return value(true);
    }

    /** What all pools of our own goods are worth, or of those on their way that are others'. */
    public Cost value(boolean ours) {
        Cost sum = Cost.ZERO;
        for (Map.Entry<PoolKey, Pool> pool : pools.entrySet()) {
            sum = pool.getKey().kind().isOurs() == ours ? sum.plus(pool.getValue().value) : sum;
        }
        return sum;
    }

    /** How many layers there are. */
    public int layerCount() {
        return pools.values().stream().mapToInt(pool -> pool.layers.size() + pool.deficits.size()).sum();
    }

    /**
     * The layers of a pool, oldest first, each with its value: where the pool keeps one value for all of them, with its
     * share of it.
     */
    public List<Layer> layers(PoolKey key, int scale) {
        Pool pool = pools.get(key);
        if (pool == null) {
            return List.of();
        }
        List<Layer> result = new ArrayList<>(pool.layers);
        if (!keepsLayerValues(key)) {
            spread(result, pool.value, scale);
        }
        return result;
    }

    /** What left a pool although it was not there, oldest first. */
    public List<Deficit> deficits(PoolKey key) {
        Pool pool = pools.get(key);
        return pool == null ? List.of() : List.copyOf(pool.deficits);
    }

    /**
     * Whether the layers of a pool have values of their own. Goods on their way keep the cost at which they left; at standard
     * cost they do so while they are not ours.
     */
    boolean keepsLayerValues(PoolKey key) {
        return switch (method) {
            case FIFO, LIFO, SPECIFIC -> true;
            case AVERAGE -> key.kind().isTransit();
            case STANDARD -> !key.kind().isOurs();
        };
    }

    /** Whether a pool is worth the standard cost of what it has: only our own goods are. */
    boolean isAtStandard(PoolKey key) {
        return method == CostMethod.STANDARD && key.kind().isOurs();
    }

    /** Gives layers their shares of a value by quantity, so that they add up to it. */
    static void spread(List<Layer> layers, Cost value, int scale) {
        BigDecimal left = layers.stream().map(Layer::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        Cost rest = value;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            Cost part = rest.share(layer.quantity(), left, scale);
            layers.set(i, layer.with(layer.quantity(), part));
            rest = rest.minus(part);
            left = left.subtract(layer.quantity());
        }
    }

}
