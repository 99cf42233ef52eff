package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/**
 * Applies events to the state of an item and says what value moved. The same events in the order of their keys yield the
 * same lines whatever the order in which they became known.
 */
public final class Engine {

    private final int scale;
    private final History history;
    private final Watcher watcher;

    /**
     * An engine for a book.
     *
     * @param scale decimals to which amounts are rounded
     * @param history what came before
     * @param watcher hears where goods go
     */
    public Engine(int scale, History history, Watcher watcher) {
        this.scale = scale;
        this.history = history;
        this.watcher = watcher;
    }

    /** Applies an event; the lines of its value, none for an event that moves no value. */
    public List<Line> apply(ItemState state, Event event) {
        List<Line> lines = switch (event) {
            case Event.Move move -> move(state, move);
            case Event.LateCost late -> late(state, late);
            case Event.WriteDown writeDown -> writeDown(state, writeDown);
            case Event.Change change -> change(state, change);
        };
        lines.removeIf(line -> line.amount().isZero());
        return lines;
    }

    private List<Line> move(ItemState state, Event.Move move) {
        Spot from = move.from();
        Spot to = move.to();
        if (from.isStock() && to.isStock()) {
            return from.pool().equals(to.pool()) ? new ArrayList<>() : new Transfer(state, move).lines();
        }
        if (to.isStock()) {
            return new Inbound(state, move).lines();
        }
        return from.isStock() ? new Outbound(state, move).lines() : new ArrayList<>();
    }

    /** What the steps of a movement have in common. */
    private abstract class Step {

        final ItemState state;
        final Event.Move move;
        final List<Line> lines = new ArrayList<>();
        /** The receipts whose goods go back. */
        Set<Long> receipts = Set.of();

        Step(ItemState state, Event.Move move) {
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
            if (state.method == CostMethod.STANDARD) {
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
                state.last = new UnitCost(pool.value, pool.quantity);
                peel(pool, key, there, taken);
                if (!ownValues) {
                    ItemState.spread(taken, all, scale);
                }
                Cost value = total(taken);
                if (ownValues && there.signum() > 0) {
                    state.last = new UnitCost(value, there);
                }
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
            if (key.kind() == PoolKind.TRANSIT && !move.reference().isEmpty()) {
                left = peelWhere(pool, left, taken, layer -> layer.reference().equals(move.reference()));
            }
            if (state.method == CostMethod.SPECIFIC) {
                left = peelWhere(pool, left, taken, layer -> layer.lot() == move.lot());
            }
            boolean newestFirst = state.method == CostMethod.LIFO && key.kind() != PoolKind.TRANSIT;
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
                Cost difference = state.method == CostMethod.STANDARD ? Cost.ZERO : right.minus(provisional);
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

    }

    private static Cost total(List<Layer> layers) {
        Cost sum = Cost.ZERO;
        for (Layer layer : layers) {
            sum = sum.plus(layer.value());
        }
        return sum;
    }

    /** Goods come into our stock. */
    private final class Inbound extends Step {

        Inbound(ItemState state, Event.Move move) {
            super(state, move);
        }

        @Override
        List<Line> lines() {
            PoolKey key = move.to().pool();
            Cost cost = cost(pool(key));
            Side source = outside(move.from());
            if (state.method == CostMethod.STANDARD) {
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
            state.last = new UnitCost(cost, move.quantity());
            return lines;
        }

        /** What they cost: by what they bring back, by what was entered, else by what is known of the item. */
        private Cost cost(Pool pool) {
            boolean back = move.reverses() != 0 || move.kind() == MovementKind.RETURN_IN && move.unitCost() == null;
            List<History.Original> originals = back ? history.originals(move) : List.of();
            if (!originals.isEmpty()) {
                return together(originals, pool);
            }
            if (move.unitCost() != null) {
                return Cost.of(move.unitCost()).times(move.quantity(), scale);
            }
            boolean fresh = move.kind() == MovementKind.RECEIPT || move.kind() == MovementKind.OPENING;
            return fresh && state.standard != null && !state.standard.isZero()
                ? state.standard.times(move.quantity(), scale) : guess(pool, move.quantity());
        }

    }

    /** Goods leave our stock. */
    private final class Outbound extends Step {

        Outbound(ItemState state, Event.Move move) {
            super(state, move);
        }

        @Override
        List<Line> lines() {
            PoolKey key = move.from().pool();
            Side target = outside(move.to());
            boolean bought = move.kind() == MovementKind.RECEIPT || move.kind() == MovementKind.RETURN_OUT;
            Side variance = other(state.method == CostMethod.STANDARD && bought ? AccountSide.PURCHASE_PRICE_VARIANCE
                : AccountSide.COST_VARIANCE);
            boolean back = move.reverses() != 0 || move.kind() == MovementKind.RETURN_OUT;
            List<History.Original> found = back ? history.originals(move) : List.of();
            receipts = found.stream().map(History.Original::movement).collect(Collectors.toSet());
            Optional<Cost> original = found.isEmpty() ? Optional.empty() : Optional.of(together(found, pool(key)));
            Side to = original.isPresent() ? variance : target;
            List<Layer> taken = take(key, move.quantity(), to);
            used(taken, to);
            Cost value = total(taken);
            if (original.isEmpty()) {
                line(LineKind.COST, target, stock(key), value);
                return lines;
            }
            value = value.plus(bringBack(key, original.get().minus(value)));
            line(LineKind.COST, target, stock(key), original.get());
            line(LineKind.COST_VARIANCE, variance, stock(key), value.minus(original.get()));
            return lines;
        }

    }

    /** Goods go from one pool to another, with their layers and cost. */
    private final class Transfer extends Step {

        Transfer(ItemState state, Event.Move move) {
            super(state, move);
        }

        @Override
        List<Line> lines() {
            PoolKey from = move.from().pool();
            PoolKey to = move.to().pool();
            Side variance = other(AccountSide.COST_VARIANCE);
            List<Layer> taken = take(from, move.quantity(), variance);
            Cost value = total(taken);
            if (state.method == CostMethod.STANDARD) {
                Pool pool = pool(to);
                Cost arriving = standard(pool.quantity.add(move.quantity())).minus(pool.value);
                ItemState.spread(taken, arriving, scale);
                put(to, taken);
                line(LineKind.COST, stock(to), stock(from), arriving);
                line(LineKind.COST_VARIANCE, variance, stock(from), value.minus(arriving));
                return lines;
            }
            List<History.Original> originals = move.reverses() != 0 ? history.originals(move) : List.of();
            if (!originals.isEmpty()) {
                value = value.plus(bringBack(from, together(originals, pool(from)).minus(value)));
                ItemState.spread(taken, value, scale);
            }
            line(LineKind.COST, stock(to), stock(from), value);
            put(to, taken);
            return lines;
        }

    }

    private List<Line> late(ItemState state, Event.LateCost late) {
        List<Line> lines = new ArrayList<>();
        Side source = Side.of(AccountSide.LATE_COST, null, state.category);
        if (state.method == CostMethod.STANDARD) {
            lines.add(new Line(LineKind.PRICE_VARIANCE, late.receipt(),
                Side.of(AccountSide.PURCHASE_PRICE_VARIANCE, null, state.category), source, late.amount()));
            return lines;
        }
        Share share = new Share(late.amount(), late.quantity());
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            Pool pool = entry.getValue();
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

    private List<Line> writeDown(ItemState state, Event.WriteDown event) {
        List<Line> lines = new ArrayList<>();
        if (state.method == CostMethod.STANDARD) {
            return lines;
        }
        BigDecimal all = BigDecimal.ZERO;
        for (Pool pool : state.pools.values()) {
            all = all.add(pool.value.total().max(BigDecimal.ZERO));
        }
        Side expense = Side.of(AccountSide.WRITE_DOWN, null, state.category);
        Cost rest = Cost.of(event.amount());
        for (Map.Entry<PoolKey, Pool> entry : state.pools.entrySet()) {
            Pool pool = entry.getValue();
            BigDecimal worth = pool.value.total();
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

    private List<Line> change(ItemState state, Event.Change change) {
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
