package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/** What the movements of goods have in common: taking them out of a pool, and putting them into one. Used once. */
abstract class Step {

    final int scale;
    final History history;
    final Watcher watcher;
    final ItemState state;
    final Event.Move move;
    final List<Line> lines = new ArrayList<>();
    /** The receipts whose goods go back. */
    Set<Long> receipts = Set.of();

    Step(EngineContext context, ItemState state, Event.Move move) {
        this.scale = context.scale();
        this.history = context.history();
        this.watcher = context.watcher();
        this.state = state;
        this.move = move;
    }

    abstract List<Line> lines();

    long seq() {
        return move.key().seq();
    }

    Pool pool(PoolKey key) {
        return state.pools.computeIfAbsent(key, missing -> new Pool());
    }

    Side stock(PoolKey key) {
        return Side.of(key, move.kind(), state.category);
    }

    Side other(AccountSide side) {
        return Side.of(side, move.kind(), state.category);
    }

    Side outside(Spot spot) {
        if (spot.kind() == LocationKind.CONVERSION) {
            return Side.of(move.reference());
        }
        return other(move.kind() == MovementKind.OPENING ? AccountSide.OPENING : AccountSide.of(spot.kind()));
    }

    void line(LineKind kind, Side debit, Side credit, Cost amount) {
        lines.add(new Line(kind, seq(), debit, credit, amount));
    }

    /** What the pool is worth at the standard cost. */
    Cost standard(BigDecimal quantity) {
        return state.standard == null ? Cost.ZERO : state.standard.times(quantity, scale);
    }

    /** What so many units cost when nothing better is known. */
    Cost guess(Pool pool, BigDecimal quantity) {
        if (pool.quantity.signum() > 0) {
            return pool.value.share(quantity, pool.quantity, scale);
        }
        if (state.last != null) {
            return state.last.of(quantity, scale);
        }
        return state.standard == null ? Cost.ZERO : state.standard.times(quantity, scale);
    }

    /** A pool of one value gives what the goods had cost, as long as what stays has a sound cost. */
    Cost bringBack(PoolKey key, Cost more) {
        Pool pool = pool(key);
        if (state.method != CostMethod.AVERAGE || state.keepsLayerValues(key) || pool.quantity.signum() <= 0
            || pool.value.minus(more).total().signum() < 0) {
            return Cost.ZERO;
        }
        pool.value = pool.value.minus(more);
        return more;
    }

    /** What the originals had cost; what is brought back beyond them is guessed. */
    Cost together(List<History.Original> originals, Pool pool) {
        Cost sum = Cost.ZERO;
        BigDecimal rest = move.quantity();
        for (History.Original original : originals) {
            sum = sum.plus(original.value(scale));
            rest = rest.subtract(original.part());
        }
        return rest.signum() > 0 ? sum.plus(guess(pool, rest)) : sum;
    }

    /** Takes so many out of a pool, with their layers; what is not there leaves at a provisional cost. */
    List<Layer> take(PoolKey key, BigDecimal quantity, Side to) {
        Pool pool = pool(key);
        BigDecimal there = pool.quantity.max(BigDecimal.ZERO).min(quantity);
        List<Layer> taken = new ArrayList<>();
        if (state.isAtStandard(key)) {
            Cost value = pool.value.minus(standard(pool.quantity.subtract(quantity)));
            peel(pool, key, there, taken);
            BigDecimal missing = quantity.subtract(there);
            if (missing.signum() > 0) {
                pool.deficits.add(new Deficit(seq(), missing, standard(missing), to));
                taken.add(fresh(missing, Cost.ZERO));
            }
            ItemState.spread(taken, value, scale);
            pool.quantity = pool.quantity.subtract(quantity);
            pool.value = pool.value.minus(value);
            return told(taken);
        }
        if (there.signum() > 0) {
            boolean ownValues = state.keepsLayerValues(key);
            Cost all = pool.value.share(there, pool.quantity, scale);
            UnitCost average = new UnitCost(pool.value, pool.quantity);
            peel(pool, key, there, taken);
            if (!ownValues) {
                ItemState.spread(taken, all, scale);
            }
            Cost value = total(taken);
            known(ownValues ? new UnitCost(value, there) : average);
            pool.quantity = pool.quantity.subtract(there);
            pool.value = pool.value.minus(value);
        }
        BigDecimal missing = quantity.subtract(there);
        if (missing.signum() > 0) {
            Cost value = guess(pool, missing);
            pool.deficits.add(new Deficit(seq(), missing, value, to));
            pool.quantity = pool.quantity.subtract(missing);
            pool.value = pool.value.minus(value);
            taken.add(fresh(missing, value));
        }
        return told(taken);
    }

    /** The last known cost; at standard cost the standard is what is known. */
    void known(UnitCost cost) {
        state.last = state.method == CostMethod.STANDARD ? state.last : cost;
    }

    private List<Layer> told(List<Layer> taken) {
        taken.forEach(part -> watcher.taken(seq(), part));
        return taken;
    }

    /** Goods that appear with this movement. */
    Layer fresh(BigDecimal quantity, Cost value) {
        long now = move.key().effective();
        return new Layer(now, seq(), now, seq(), move.lot(), move.reference(), quantity, value);
    }

    /** Takes layers away until so many are taken. */
    private void peel(Pool pool, PoolKey key, BigDecimal quantity, List<Layer> taken) {
        BigDecimal left = quantity;
        if (move.reverses() != 0) {
            left = peelWhere(pool, left, taken, layer -> layer.arrival() == move.reverses());
        }
        if (!receipts.isEmpty()) {
            left = peelWhere(pool, left, taken, layer -> receipts.contains(layer.origin()));
        }
        if (key.kind().isTransit() && !move.reference().isEmpty()) {
            left = peelWhere(pool, left, taken, layer -> layer.reference().equals(move.reference()));
        }
        if (state.method == CostMethod.SPECIFIC) {
            left = peelWhere(pool, left, taken, layer -> layer.lot() == move.lot());
        }
        boolean newestFirst = state.method == CostMethod.LIFO && !key.kind().isTransit();
        while (left.signum() > 0 && !pool.layers.isEmpty()) {
            left = peelOne(pool, newestFirst ? pool.layers.size() - 1 : 0, left, taken);
        }
    }

    private BigDecimal peelWhere(Pool pool, BigDecimal quantity, List<Layer> taken,
        Predicate<Layer> wanted) {
        BigDecimal left = quantity;
        int i = 0;
        while (left.signum() > 0 && i < pool.layers.size()) {
            if (wanted.test(pool.layers.get(i))) {
                int before = pool.layers.size();
                left = peelOne(pool, i, left, taken);
                i += before == pool.layers.size() ? 1 : 0;
            } else {
                i++;
            }
        }
        return left;
    }

    private BigDecimal peelOne(Pool pool, int index, BigDecimal left, List<Layer> taken) {
        Layer layer = pool.layers.get(index);
        if (layer.quantity().compareTo(left) <= 0) {
            pool.layers.remove(index);
            taken.add(layer);
            return left.subtract(layer.quantity());
        }
        Cost part = layer.value().share(left, layer.quantity(), scale);
        taken.add(layer.with(left, part));
        pool.layers.set(index, layer.with(layer.quantity().subtract(left), layer.value().minus(part)));
        return BigDecimal.ZERO;
    }

    /** Puts goods into a pool: first to what left before it was there. The layers have values. */
    void put(PoolKey key, List<Layer> arriving) {
        Pool pool = pool(key);
        Cost value = total(arriving);
        BigDecimal quantity = arriving.stream().map(Layer::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        pool.quantity = pool.quantity.add(quantity);
        pool.value = pool.value.plus(value);
        boolean ownValues = state.keepsLayerValues(key);
        for (Layer layer : arriving) {
            Layer rest = settle(pool, key, layer);
            if (rest.quantity().signum() > 0) {
                pool.layers.insert(new Layer(rest.effective(), rest.origin(), move.key().effective(), seq(),
                    rest.lot(), move.reference(),
                    rest.quantity(), ownValues ? rest.value() : Cost.ZERO));
            }
        }
    }

    private Layer settle(Pool pool, PoolKey key, Layer arriving) {
        Layer rest = arriving;
        while (rest.quantity().signum() > 0 && !pool.deficits.isEmpty()) {
            Deficit deficit = pool.deficits.get(0);
            BigDecimal settled = deficit.quantity().min(rest.quantity());
            Cost right = rest.value().share(settled, rest.quantity(), scale);
            Cost provisional = deficit.value().share(settled, deficit.quantity(), scale);
            // what left at the standard cost has no difference to come
            Cost difference = state.isAtStandard(key) ? Cost.ZERO : right.minus(provisional);
            lines.add(new Line(LineKind.SETTLEMENT, deficit.movement(), deficit.to(), stock(key), difference));
            watcher.used(rest.origin(), deficit.movement(), settled, deficit.to());
            pool.value = pool.value.minus(difference);
            rest = rest.with(rest.quantity().subtract(settled), rest.value().minus(right));
            if (settled.compareTo(deficit.quantity()) == 0) {
                pool.deficits.remove(0);
            } else {
                pool.deficits.set(0, new Deficit(deficit.movement(), deficit.quantity().subtract(settled),
                    deficit.value().minus(provisional), deficit.to()));
            }
        }
        return rest;
    }

    void used(List<Layer> taken, Side to) {
        for (Layer layer : taken) {
            if (layer.origin() != seq()) {
                watcher.used(layer.origin(), seq(), layer.quantity(), to);
            }
        }
    }

    static Cost total(List<Layer> layers) {
        Cost sum = Cost.ZERO;
        for (Layer layer : layers) {
            sum = sum.plus(layer.value());
        }
        return sum;
    }

}
