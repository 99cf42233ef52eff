package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.ledger.BinLimits.BinLimit;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Rule;
import org.stockwright.purchasing.spi.PutAwayStrategy;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

class PlannerTest {

    private static final LocationId WAREHOUSE = new LocationId(1);
    private static final LocationId DOCK = new LocationId(2);
    private static final List<String> TEMPERATURES = List.of("", "CHILLED", "FROZEN");

    private static Optional<BigDecimal> number(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private static Thing thing(long id, Unit unit, String weight, String volume, String temperature) {
        return new Thing(new ItemId(id), "I" + id, "", unit, new ItemHandling(new ItemId(id), number(weight),
            number(volume), temperature, "", "", "", "", Optional.empty()));
    }

    private static BinLimit limit(long id, String weight, String volume, String count, String temperature) {
        return new BinLimit(new LocationId(id), number(weight), number(volume), number(count), false, false,
            temperature, Set.of(), Optional.empty());
    }

    @ParameterizedTest(name = "{0} kg, {1} l, {2} pieces at {3} kg and {4} l, used by {5} percent: {6} fit by {7}")
    @CsvSource({ "10, , , 3, 1, 100, 3, weight", ", 10, , 3, 4, 100, 2, volume", ", , 7, 3, 1, 100, 7, count",
        "10, 10, 7, 3, 4, 100, 2, volume", "10, 10, 1, 3, 4, 100, 1, count", "10, , , 3, 1, 90, 3, weight",
        "10, , , 3, 1, 89, 2, weight", "10, , , , 1, 100, 0, the weight of I1 is not known",
        ", 10, , 3, , 100, 0, the volume of I1 is not known", "10, , , 0.1, 1, 100, 100, weight",
        "10, , , 10.000000001, 1, 100, 0, weight", "9.99, , , 3.33, 1, 100, 3, weight" })
    void roomIsTheLeastOfWeightVolumeAndCount(String maxWeight, String maxVolume, String maxCount, String weight,
        String volume, int fill, String room, String by) {
        Bin bin = new Bin(new LocationId(9), "B", 0, limit(9, maxWeight, maxVolume, maxCount, ""));
        Bin.Room found = bin.room(thing(1, Warehouse.PCS, weight, volume, ""), fill);
        assertThat(found.quantity()).isEqualByComparingTo(room);
        assertThat(found.by()).isEqualTo(by);
    }

    @Test
    void whatLiesThereTakesRoomAndItsUnknownWeightTakesAll() {
        Bin bin = new Bin(new LocationId(9), "B", 0, limit(9, "10", null, null, ""));
        bin.put(thing(2, Warehouse.KG, "1", null, ""), "", new BigDecimal("2.5"));
        assertThat(bin.room(thing(1, Warehouse.PCS, "3", null, ""), 100).quantity()).isEqualByComparingTo("2");
        assertThat(bin.room(thing(2, Warehouse.KG, "1", null, ""), 100).quantity()).isEqualByComparingTo("7.5");
        bin.put(thing(3, Warehouse.PCS, null, null, ""), "", BigDecimal.ONE);
        assertThat(bin.room(thing(1, Warehouse.PCS, "3", null, ""), 100).quantity()).isZero();
    }

    @Test
    void aStrategyThatFailsIsReplacedAndOneThatRepeatsBinsCannotOverfill() {
        Thing thing = thing(1, Warehouse.PCS, null, null, "");
        Goods goods = new Goods(thing.id(), "", DOCK, "AVAILABLE", Quantity.of(5, Warehouse.PCS));
        PutAwayStrategy broken = (some, bins, consolidate) -> {
            throw new IllegalStateException("broken on purpose");
        };
        PutAwayStrategy twice = (some, bins, consolidate) -> List.of(bins.getLast(), bins.getLast(), bins.getFirst());
        for (PutAwayStrategy strategy : List.of(broken, twice)) {
            List<Bin> bins = List.of(new Bin(new LocationId(9), "B9", 0, limit(9, null, null, "3", "")),
                new Bin(new LocationId(10), "B10", 1, limit(10, null, null, "3", "")));
            Planner.Plan plan = new Planner(List.of(), Rule.of("", 1, WAREHOUSE), place -> bins, strategy)
                .plan(goods, thing);
            assertThat(plan.parts()).extracting(part -> part.bin().code() + " " + part.quantity())
                .containsExactlyInAnyOrder(strategy == broken ? "B9 3" : "B9 2", strategy == broken ? "B10 2"
                    : "B10 3");
        }
    }

    /** Never over capacity, never at a wrong temperature, and what is proposed and left is what came. */
    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 20261126 })
    void randomGoodsInRandomBins(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            walk(random);
        }
    }

    private static String maybe(Random random, int bound) {
        return random.nextInt(3) == 0 ? null : new BigDecimal(random.nextInt(bound * 10) + 1).movePointLeft(1)
            .toPlainString();
    }

    private static void walk(Random random) {
        List<Bin> bins = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            bins.add(new Bin(new LocationId(100 + i), "B" + i, i, new BinLimit(new LocationId(100 + i),
                number(maybe(random, 60)), number(maybe(random, 60)), number(maybe(random, 60)), random.nextInt(4) == 0,
                random.nextInt(6) == 0, TEMPERATURES.get(random.nextInt(3)), Set.of(), Optional.empty())));
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            String class1 = TEMPERATURES.get(random.nextInt(3));
            rules.add(new Rule("R" + i, i, Optional.empty(), "", "", class1, "", WAREHOUSE, false,
                random.nextBoolean(), 1 + random.nextInt(100)));
        }
        Planner planner = new Planner(rules, Rule.of("", 99, WAREHOUSE), place -> bins, new NearestBin());
        Map<LocationId, Map<Thing, BigDecimal>> stored = new HashMap<>();
        Map<LocationId, java.util.Set<String>> lots = new HashMap<>();
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            things.add(thing(i, i % 2 == 0 ? Warehouse.PCS : Warehouse.KG, maybe(random, 5), maybe(random, 5),
                TEMPERATURES.get(random.nextInt(3))));
        }
        for (int i = 0; i < 12; i++) {
            Thing thing = things.get(random.nextInt(things.size()));
            String lot = "L" + random.nextInt(3);
            BigDecimal came = thing.unit().equals(Warehouse.PCS) ? new BigDecimal(1 + random.nextInt(40))
                : new BigDecimal(1 + random.nextInt(40_000)).movePointLeft(3);
            Planner.Plan plan = planner.plan(new Goods(thing.id(), lot, DOCK, "AVAILABLE",
                new Quantity(came, thing.unit())), thing);
            BigDecimal sum = plan.left();
            for (Planner.Part part : plan.parts()) {
                sum = sum.add(part.quantity());
                assertThat(part.quantity()).isPositive();
                assertThat(thing.unit().holds(part.quantity())).isTrue();
                stored.computeIfAbsent(part.bin().place(), key -> new HashMap<>()).merge(thing, part.quantity(),
                    BigDecimal::add);
                lots.computeIfAbsent(part.bin().place(), key -> new java.util.HashSet<>()).add(thing.id() + lot);
                assertThat(Thing.temperature(part.bin().limit().temperatureClass())).isEqualTo(thing.temperature());
            }
            assertThat(sum).isEqualByComparingTo(came);
            assertThat(plan.left().signum() == 0).isEqualTo(plan.miss().isEmpty());
        }
        bins.stream().sorted(Comparator.comparing(Bin::code)).forEach(bin -> check(bin, stored.getOrDefault(
            bin.place(), Map.of()), lots.getOrDefault(bin.place(), Set.of())));
    }

    /** Counts what lies in a bin again, by sums that share nothing with the planner's. */
    private static void check(Bin bin, Map<Thing, BigDecimal> stored, Set<String> lots) {
        BinLimit limit = bin.limit();
        limit.maxCount().ifPresent(most -> assertThat(stored.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
            .isLessThanOrEqualTo(most));
        limit.maxWeight().ifPresent(most -> assertThat(stored.entrySet().stream()
            .map(entry -> entry.getKey().handling().weight().orElseThrow().multiply(entry.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isLessThanOrEqualTo(most));
        limit.maxVolume().ifPresent(most -> assertThat(stored.entrySet().stream()
            .map(entry -> entry.getKey().handling().volume().orElseThrow().multiply(entry.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)).isLessThanOrEqualTo(most));
        assertThat(!limit.oneItemOnly() || stored.size() <= 1).isTrue();
        assertThat(!limit.oneLotOnly() || lots.size() <= 1).isTrue();
    }

}
