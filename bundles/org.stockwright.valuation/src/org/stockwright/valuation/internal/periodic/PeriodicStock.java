package org.stockwright.valuation.internal.periodic;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.CostMethod;

/**
 * The goods of an item that could be sold in a period, and what those that are left at its end are worth: all that came
 * in first, then what is left is chosen by the method.
 *
 * <ul>
 * <li>average: (opening + net purchases) / (quantities of both) for each that is left;</li>
 * <li>first in, first out: the newest layers are left; last in, first out: the oldest are;</li>
 * <li>specific: what is left of each lot, the newest of it;</li>
 * <li>standard: the standard cost at the end.</li>
 * </ul>
 *
 * Used by one thread.
 */
public final class PeriodicStock {

    private final CostMethod method;
    private final boolean byLot;
    private final int scale;
    private final Map<Long, Group> groups = new TreeMap<>();
    private final Map<Long, String> references = new HashMap<>();

    /** Goods whose cost is kept together: all, or those of a lot. */
    private static final class Group {

        private final List<PeriodicLayer> layers = new ArrayList<>();
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal amount = BigDecimal.ZERO;
        /** What left before it was there. */
        private BigDecimal owed = BigDecimal.ZERO;

        private void add(BigDecimal more, BigDecimal cost) {
            quantity = quantity.add(more);
            amount = amount.add(cost);
        }

    }

    /**
     * Nothing yet.
     *
     * @param byLot whether each lot is by itself
     * @param scale decimals to which amounts are rounded
     */
    public PeriodicStock(CostMethod method, boolean byLot, int scale) {
        this.method = method;
        this.byLot = byLot;
        this.scale = scale;
    }

    /** The group that goods of a lot belong to. */
    public long groupOf(long lot) {
        return byLot ? lot : 0;
    }

    private Group group(long lot) {
        return groups.computeIfAbsent(groupOf(lot), key -> new Group());
    }

    /** Goods that are there at the beginning, or come in; in the order of time. */
    public void in(PeriodicLayer layer, String reference) {
        Group group = group(layer.lot());
        group.add(layer.quantity(), layer.amount());
        if (layer.quantity().signum() < 0) {
            group.owed = group.owed.subtract(layer.quantity());
        } else {
            group.layers.add(layer);
            references.put(layer.origin(), reference);
        }
    }

    /**
     * Goods go back to whom they came from: those of the movement that is reversed, else of the same paper, else those
     * that leave first.
     *
     * @param amount what they had cost
     */
    public void back(long reverses, String reference, long lot, BigDecimal quantity, BigDecimal amount) {
        Group group = group(lot);
        group.add(quantity.negate(), amount.negate());
        BigDecimal left = take(group, quantity, layer -> reverses != 0 && layer.origin() == reverses);
        left = take(group, left,
            layer -> !reference.isEmpty() && reference.equals(references.get(layer.origin())));
        take(group, left, layer -> true);
    }

    /** Goods leave for transit or production, at what the sub-ledger says they cost. */
    public void away(long lot, BigDecimal quantity, BigDecimal amount) {
        back(0, "", lot, quantity, amount);
    }

    private BigDecimal take(Group group, BigDecimal quantity, Predicate<PeriodicLayer> wanted) {
        BigDecimal left = quantity;
        boolean newest = method == CostMethod.LIFO;
        int i = newest ? group.layers.size() - 1 : 0;
        while (left.signum() > 0 && i >= 0 && i < group.layers.size()) {
            PeriodicLayer layer = group.layers.get(i);
            if (!wanted.test(layer)) {
                i += newest ? -1 : 1;
            } else if (layer.quantity().compareTo(left) <= 0) {
                group.layers.remove(i);
                left = left.subtract(layer.quantity());
                i -= newest ? 1 : 0;
            } else {
                group.layers.set(i, layer.with(layer.quantity().subtract(left),
                    layer.amount().subtract(part(layer.amount(), left, layer.quantity()))));
                left = BigDecimal.ZERO;
            }
        }
        return left;
    }

    /**
     * Cost that came after the goods. Layers take the share of what is left of the receipt; the rest was sold.
     *
     * @param receipt the movement that brought the goods
     * @param received how many it brought
     * @param amount how much more they cost
     * @param inStock the part of it that the sub-ledger gives to stock, for receipts that came by way of transit
     */
    public void late(long receipt, BigDecimal received, BigDecimal amount, BigDecimal inStock) {
        BigDecimal there = BigDecimal.ZERO;
        Group known = null;
        for (Group group : groups.values()) {
            for (PeriodicLayer layer : group.layers) {
                if (layer.origin() == receipt) {
                    there = there.add(layer.quantity());
                    known = group;
                }
            }
        }
        if (known == null) {
            spread(amount, group -> group.quantity);
            spreadLayers(inStock, layer -> true, false);
            return;
        }
        known.amount = known.amount.add(amount);
        spreadLayers(part(amount, there.min(received), received), layer -> layer.origin() == receipt, false);
    }

    /** All goods are worth less, or more: by what they are worth. */
    public void worth(BigDecimal amount) {
        spread(amount, group -> group.amount);
        spreadLayers(amount, layer -> true, true);
    }

    private void spread(BigDecimal amount, Function<Group, BigDecimal> basis) {
        if (amount.signum() == 0) {
            return;
        }
        List<Group> all = List.copyOf(groups.values());
        if (all.isEmpty()) {
            group(0).amount = amount;
            return;
        }
        List<BigDecimal> parts = shares(amount, all.stream().map(basis).toList());
        for (int i = 0; i < all.size(); i++) {
            all.get(i).amount = all.get(i).amount.add(parts.get(i));
        }
    }

    private void spreadLayers(BigDecimal amount, Predicate<PeriodicLayer> wanted, boolean byAmount) {
        List<BigDecimal> bases = new ArrayList<>();
        for (Group group : groups.values()) {
            group.layers.forEach(layer -> bases.add(!wanted.test(layer) ? BigDecimal.ZERO
                : byAmount ? layer.amount() : layer.quantity()));
        }
        if (amount.signum() == 0 || bases.isEmpty()) {
            return;
        }
        List<BigDecimal> parts = shares(amount, bases);
        int at = 0;
        for (Group group : groups.values()) {
            for (int i = 0; i < group.layers.size(); i++) {
                PeriodicLayer layer = group.layers.get(i);
                group.layers.set(i, layer.with(layer.quantity(), layer.amount().add(parts.get(at))));
                at++;
            }
        }
    }

    /**
     * What is left at the end, oldest first; nothing of this changes.
     *
     * @param left how many are left of each group; nothing of those that are not named
     * @param standard the standard cost per unit at the end
     * @param otherwise what a unit costs when nothing that came in tells: an amount of so many
     */
    public List<PeriodicLayer> left(long end, Map<Long, BigDecimal> left, Optional<BigDecimal> standard,
        Optional<PeriodicLayer> otherwise) {
        List<PeriodicLayer> result = new ArrayList<>();
        left.forEach((lot, quantity) -> {
            if (quantity.signum() > 0) {
                result.addAll(left(end, lot, groups.getOrDefault(lot, new Group()), quantity, standard, otherwise));
            }
        });
        return result;
    }

    private List<PeriodicLayer> left(long end, long lot, Group group, BigDecimal quantity,
        Optional<BigDecimal> standard, Optional<PeriodicLayer> otherwise) {
        if (method == CostMethod.STANDARD) {
            return List.of(new PeriodicLayer(end, 0, lot, quantity,
                times(standard.orElse(BigDecimal.ZERO), quantity)));
        }
        if (method == CostMethod.AVERAGE) {
            return List.of(new PeriodicLayer(end, 0, lot, quantity,
                group.quantity.signum() > 0 ? part(group.amount, quantity, group.quantity).max(BigDecimal.ZERO)
                    : guess(group, quantity, standard, otherwise)));
        }
        Group rest = new Group();
        rest.layers.addAll(group.layers);
        take(rest, group.owed, layer -> true);
        List<PeriodicLayer> chosen = choose(rest.layers, quantity);
        BigDecimal missing = quantity.subtract(sum(chosen));
        if (missing.signum() > 0) {
            chosen.add(new PeriodicLayer(end, 0, lot, missing, guess(rest, missing, standard, otherwise)));
        }
        return chosen;
    }

    /** Of what came in, the part that leaves last. */
    private List<PeriodicLayer> choose(List<PeriodicLayer> layers, BigDecimal quantity) {
        List<PeriodicLayer> chosen = new ArrayList<>();
        boolean oldest = method == CostMethod.LIFO;
        BigDecimal wanted = quantity;
        for (PeriodicLayer layer : oldest ? layers : layers.reversed()) {
            if (wanted.signum() > 0) {
                BigDecimal some = layer.quantity().min(wanted);
                chosen.add(oldest ? chosen.size() : 0,
                    layer.with(some, part(layer.amount(), some, layer.quantity())));
                wanted = wanted.subtract(some);
            }
        }
        return chosen;
    }

    private BigDecimal guess(Group group, BigDecimal quantity, Optional<BigDecimal> standard,
        Optional<PeriodicLayer> otherwise) {
        BigDecimal known = sum(group.layers);
        if (known.signum() > 0) {
            BigDecimal amount = group.layers.stream().map(PeriodicLayer::amount).reduce(BigDecimal.ZERO,
                BigDecimal::add);
            return part(amount, quantity, known);
        }
        return standard.map(cost -> times(cost, quantity))
            .or(() -> otherwise.map(layer -> part(layer.amount(), quantity, layer.quantity())))
            .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal sum(List<PeriodicLayer> layers) {
        return layers.stream().map(PeriodicLayer::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal part(BigDecimal amount, BigDecimal part, BigDecimal whole) {
        return Cost.of(amount).share(part, whole, scale).total();
    }

    /** An amount by these bases, so that the parts add up to it; nothing where there is no basis at all. */
    private List<BigDecimal> shares(BigDecimal amount, List<BigDecimal> bases) {
        BigDecimal left = bases.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = left.signum() == 0 ? BigDecimal.ZERO : amount;
        List<BigDecimal> result = new ArrayList<>();
        for (BigDecimal basis : bases) {
            BigDecimal some = left.signum() == 0 ? BigDecimal.ZERO : part(rest, basis, left);
            result.add(some);
            rest = rest.subtract(some);
            left = left.subtract(basis);
        }
        return result;
    }

    private BigDecimal times(BigDecimal unitCost, BigDecimal quantity) {
        return Cost.of(unitCost).times(quantity, scale).total();
    }

}
