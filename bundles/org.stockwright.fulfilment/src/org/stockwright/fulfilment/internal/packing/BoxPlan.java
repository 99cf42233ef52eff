package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.base.ItemId;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.PackingRules.Rule;

/**
 * Chooses boxes for goods and pallets for boxes. All that is left goes into the smallest box that takes it; when none does,
 * the largest is filled first, in the order of the goods. What nobody weighed or measured takes no room.
 */
final class BoxPlan {

    private static final BigDecimal MOST = BigDecimal.TEN.pow(18);
    private static final Comparator<Rule> SMALLEST_FIRST = Comparator
        .comparing((Rule rule) -> rule.mostVolume().orElse(MOST)).thenComparing(rule -> rule.mostUnits().orElse(MOST))
        .thenComparing(rule -> rule.mostWeight().orElse(MOST)).thenComparing(Rule::code);
    private static final int DIGITS = 12;

    private final List<Rule> boxes;
    private final List<Rule> pallets;
    private final List<Box> made = new ArrayList<>();

    BoxPlan(List<Rule> rules) {
        boxes = sorted(rules, PackingRules.BOX);
        pallets = sorted(rules, PackingRules.PALLET);
    }

    private static List<Rule> sorted(List<Rule> rules, int level) {
        return rules.stream().filter(Rule::active).filter(rule -> rule.level() == level).sorted(SMALLEST_FIRST)
            .toList();
    }

    /**
     * Goods to be packed, or a box to be stacked.
     *
     * @param item the item, of goods
     * @param lot its lot, or empty
     * @param quantity in the item's base unit
     * @param step the smallest part that can be packed by itself
     * @param weight kilograms per base unit, 0 when not known
     * @param volume litres per base unit, 0 when not known
     */
    record Goods(Optional<ItemId> item, String lot, BigDecimal quantity, BigDecimal step, BigDecimal weight,
        BigDecimal volume) {

        Goods of(BigDecimal part) {
            return new Goods(item, lot, part, step, weight, volume);
        }

    }

    /**
     * A unit to be packed.
     *
     * @param rule its rule; none when no rule takes the goods
     * @param goods what goes in, of a box
     * @param boxes the indexes of the boxes that stand on it, of a pallet
     */
    record Box(Optional<Rule> rule, List<Goods> goods, List<Integer> boxes) {
    }

    /** The boxes and pallets for goods, boxes first. */
    List<Box> of(List<Goods> goods) {
        fill(boxes, goods).forEach(one -> made.add(new Box(one.rule(), one.goods(), List.of())));
        stack();
        return List.copyOf(made);
    }

    private void stack() {
        List<Goods> stacked = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Box box = made.get(i);
            BigDecimal weight = sum(box.goods(), Goods::weight).add(box.rule().map(Rule::tare).orElse(BigDecimal.ZERO));
            BigDecimal volume = box.rule().flatMap(Rule::outerVolume).orElse(sum(box.goods(), Goods::volume));
            stacked.add(new Goods(Optional.empty(), String.valueOf(i), BigDecimal.ONE, BigDecimal.ONE, weight, volume));
        }
        for (Box pallet : fill(pallets, stacked)) {
            if (pallet.rule().isPresent()) {
                made.add(new Box(pallet.rule(), List.of(),
                    pallet.goods().stream().map(box -> Integer.valueOf(box.lot())).toList()));
            }
        }
    }

    private static List<Box> fill(List<Rule> rules, List<Goods> goods) {
        List<Box> result = new ArrayList<>();
        List<Goods> left = new ArrayList<>(goods);
        while (!left.isEmpty()) {
            List<Goods> all = left;
            Optional<Rule> whole = rules.stream().filter(rule -> fits(rule, all)).findFirst();
            if (whole.isPresent()) {
                result.add(new Box(whole, List.copyOf(left), List.of()));
                return result;
            }
            Optional<Box> part = rules.reversed().stream().map(rule -> filled(rule, all))
                .filter(box -> !box.goods().isEmpty()).findFirst();
            if (part.isEmpty()) {
                result.add(new Box(Optional.empty(), List.copyOf(left), List.of()));
                return result;
            }
            result.add(part.get());
            left = rest(left, part.get().goods());
        }
        return result;
    }

    private static boolean fits(Rule rule, List<Goods> goods) {
        BigDecimal units = goods.stream().map(Goods::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return goods.stream().allMatch(one -> takes(rule, one))
            && rule.leastUnits().filter(least -> units.compareTo(least) < 0).isEmpty()
            && units.compareTo(rule.mostUnits().orElse(MOST)) <= 0
            && sum(goods, Goods::weight).compareTo(rule.mostWeight().orElse(MOST)) <= 0
            && sum(goods, Goods::volume).compareTo(rule.mostVolume().orElse(MOST)) <= 0;
    }

    private static boolean takes(Rule rule, Goods goods) {
        return rule.onlyItem().isEmpty() || goods.item().equals(rule.onlyItem());
    }

    /** As much as one box takes; nothing when that is less than it is used for. */
    private static Box filled(Rule rule, List<Goods> goods) {
        BigDecimal units = rule.mostUnits().orElse(MOST);
        BigDecimal weight = rule.mostWeight().orElse(MOST);
        BigDecimal volume = rule.mostVolume().orElse(MOST);
        BigDecimal sum = BigDecimal.ZERO;
        List<Goods> in = new ArrayList<>();
        for (Goods one : goods) {
            BigDecimal most = one.quantity().min(units).min(room(weight, one.weight()))
                .min(room(volume, one.volume()));
            BigDecimal part = most.divide(one.step(), 0, RoundingMode.DOWN).multiply(one.step());
            if (takes(rule, one) && part.signum() > 0) {
                in.add(one.of(part));
                sum = sum.add(part);
                units = units.subtract(part);
                weight = weight.subtract(part.multiply(one.weight()));
                volume = volume.subtract(part.multiply(one.volume()));
            }
        }
        return new Box(Optional.of(rule),
            sum.compareTo(rule.leastUnits().orElse(BigDecimal.ZERO)) < 0 ? List.of() : in, List.of());
    }

    private static BigDecimal room(BigDecimal left, BigDecimal each) {
        return each.signum() == 0 ? MOST : left.divide(each, DIGITS, RoundingMode.DOWN);
    }

    private static List<Goods> rest(List<Goods> goods, List<Goods> packed) {
        List<Goods> result = new ArrayList<>();
        for (Goods one : goods) {
            BigDecimal gone = packed.stream()
                .filter(other -> other.item().equals(one.item()) && other.lot().equals(one.lot()))
                .map(Goods::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (gone.compareTo(one.quantity()) < 0) {
                result.add(one.of(one.quantity().subtract(gone)));
            }
        }
        return result;
    }

    private static BigDecimal sum(List<Goods> goods, Function<Goods, BigDecimal> of) {
        return goods.stream().map(one -> of.apply(one).multiply(one.quantity())).reduce(BigDecimal.ZERO,
            BigDecimal::add);
    }

}
