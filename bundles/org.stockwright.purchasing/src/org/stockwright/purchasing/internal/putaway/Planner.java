package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.spi.PutAwayStrategy;

/** Finds bins for goods by the rules; each find leaves less room for the next. Used by one thread. */
final class Planner {

    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);
    private static final int SHOWN = 20;

    private final List<Rule> rules;
    private final Rule otherwise;
    private final Function<LocationId, List<Bin>> bins;
    private final PutAwayStrategy strategy;
    private final PutAwayStrategy own = new NearestBin();

    /**
     * A planner.
     *
     * @param rules all rules, by priority and code
     * @param otherwise the rule for goods that no other one fits
     * @param bins the bins of a place that can be used, by pick sequence
     * @param strategy decides about the order of bins
     */
    Planner(List<Rule> rules, Rule otherwise, Function<LocationId, List<Bin>> bins, PutAwayStrategy strategy) {
        this.rules = List.copyOf(rules);
        this.otherwise = otherwise;
        this.bins = bins;
        this.strategy = strategy;
    }

    /** A part of goods in a bin, with the reason. */
    record Part(Bin bin, BigDecimal quantity, String why) {
    }

    /**
     * What was found.
     *
     * @param parts where goods go
     * @param passedOver why bins were not taken
     * @param left what fits nowhere
     * @param miss the nearest miss, when something is left
     */
    record Plan(List<Part> parts, List<String> passedOver, BigDecimal left, String miss) {
    }

    private static boolean fits(Rule rule, Thing thing) {
        return rule.item().filter(item -> !item.equals(thing.id())).isEmpty()
            && (rule.category().isEmpty() || thing.category().equals(rule.category())
                || thing.category().startsWith(rule.category() + "/"))
            && (rule.abcClass().isEmpty() || rule.abcClass().equals(thing.handling().abcClass()))
            && (rule.temperatureClass().isEmpty() || rule.temperatureClass().equals(thing.temperature()))
            && (rule.hazardClass().isEmpty() || rule.hazardClass().equals(thing.handling().hazardClass()));
    }

    Plan plan(Goods goods, Thing thing) {
        Search search = new Search(goods, thing);
        List<Rule> fitting = rules.stream().filter(rule -> fits(rule, thing)).toList();
        for (Rule rule : fitting.isEmpty() ? List.of(otherwise) : fitting) {
            search.go(rule);
        }
        return new Plan(search.parts, search.passedOver(), search.left, search.miss());
    }

    /** The search for one lot of goods. */
    private final class Search {

        private final Goods goods;
        private final Thing thing;
        private final List<Part> parts = new ArrayList<>();
        private final Map<String, String> passed = new java.util.LinkedHashMap<>();
        private final Set<LocationId> used = new HashSet<>();
        private BigDecimal left;

        private Search(Goods goods, Thing thing) {
            this.goods = goods;
            this.thing = thing;
            this.left = goods.quantity().amount();
        }

        private void go(Rule rule) {
            if (left.signum() == 0) {
                return;
            }
            Map<LocationId, Bin> open = new HashMap<>();
            List<PutAwayStrategy.Bin> candidates = new ArrayList<>();
            for (Bin bin : bins.apply(rule.target())) {
                Optional<String> not = not(rule, bin);
                if (not.isPresent()) {
                    passed.putIfAbsent(bin.code(), not.get());
                } else if (!used.contains(bin.place())) {
                    open.put(bin.place(), bin);
                    candidates.add(new PutAwayStrategy.Bin(bin.place(), bin.code(), bin.position(), bin.isEmpty(),
                        bin.has(thing.id()), bin.has(thing.id(), goods.lot()),
                        bin.room(thing, rule.fillPercent()).quantity().min(left)));
                }
            }
            for (PutAwayStrategy.Bin next : order(rule, candidates)) {
                Bin bin = open.remove(next.place());
                if (bin != null && left.signum() > 0) {
                    fill(rule, bin);
                }
            }
        }

        private Optional<String> not(Rule rule, Bin bin) {
            Optional<String> forbidden = bin.forbids(thing, goods.lot());
            if (forbidden.isPresent()) {
                return forbidden;
            }
            if (rule.fixed() && !bin.limit().fixedItem().equals(Optional.of(thing.id()))) {
                return Optional.of("it is not fixed to the item, as the rule " + rule.code() + " wants it");
            }
            Bin.Room room = bin.room(thing, rule.fillPercent());
            return room.quantity().signum() > 0 ? Optional.empty()
                : Optional.of(room.by().contains(" ") ? room.by() : "it is full by " + room.by());
        }

        private List<PutAwayStrategy.Bin> order(Rule rule, List<PutAwayStrategy.Bin> candidates) {
            try {
                return strategy.order(goods, candidates, rule.consolidate());
            } catch (RuntimeException e) {
                LOG.error("{} failed; bins are taken by pick sequence", strategy.getClass().getName(), e);
                return own.order(goods, candidates, rule.consolidate());
            }
        }

        private void fill(Rule rule, Bin bin) {
            Bin.Room room = bin.room(thing, rule.fillPercent());
            BigDecimal part = room.quantity().min(left);
            if (part.signum() <= 0 || bin.forbids(thing, goods.lot()).isPresent()) {
                return;
            }
            String why = why(rule, bin) + (room.quantity().compareTo(left) < 0 ? "; its " + room.by() + " takes no more"
                : "");
            bin.put(thing, goods.lot(), part);
            used.add(bin.place());
            passed.remove(bin.code());
            parts.add(new Part(bin, part, why));
            left = left.subtract(part);
        }

        private String why(Rule rule, Bin bin) {
            String said = rule.code().isEmpty() ? "no rule fits, any bin of the warehouse: " : "rule " + rule.code()
                + ": ";
            if (bin.limit().fixedItem().isPresent()) {
                return said + "the item's fixed bin";
            }
            if (rule.consolidate() && bin.has(thing.id(), goods.lot())) {
                return said + (goods.lot().isEmpty() ? "the same item lies there" : "the same lot lies there");
            }
            if (rule.consolidate() && bin.has(thing.id())) {
                return said + "the same item lies there";
            }
            return said + (bin.isEmpty() ? "the next empty bin in pick sequence" : "the next bin with room");
        }

        private List<String> passedOver() {
            List<String> said = new ArrayList<>();
            passed.forEach((bin, why) -> said.add(bin + ": " + why));
            return said.size() > SHOWN ? said.subList(0, SHOWN) : said;
        }

        /** The bin that is allowed and has the most room, or else the first that was passed over. */
        private String miss() {
            if (left.signum() == 0) {
                return "";
            }
            if (!parts.isEmpty()) {
                return "the bins take " + new Quantity(goods.quantity().amount().subtract(left), thing.unit());
            }
            List<Rule> all = new ArrayList<>(rules.stream().filter(rule -> fits(rule, thing)).toList());
            all.add(otherwise);
            return all.stream().flatMap(rule -> bins.apply(rule.target()).stream())
                .filter(bin -> bin.forbids(thing, goods.lot()).isEmpty())
                .max(Comparator.comparing((Bin bin) -> bin.room(thing, 100).quantity()))
                .map(bin -> bin.code() + " takes " + new Quantity(bin.room(thing, 100).quantity().min(left),
                    thing.unit()) + " by "
                    + (bin.room(thing, 100).by().isEmpty() ? "the rules"
                        : bin.room(thing, 100).by()))
                .orElseGet(() -> passed.entrySet().stream().findFirst()
                    .map(entry -> entry.getKey() + ": " + entry.getValue()).orElse("there is no bin"));
        }

    }

}
