package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.TransitTerms;

import static org.assertj.core.api.Assertions.assertThat;

/** Random years: whatever was entered first, each movement has the same value in the end. */
class OrderOfEntryTest extends ValueWorld {

    private static final int MOVEMENTS = Integer.getInteger("stockwright.valuation.movements", 250);
    private static final String[] PLACES = { "MAIN", "A1", "TRANSIT", "SHOP", "SEA", "LORRY" };

    /** A movement that was thought up, before it is entered. */
    private record Thought(String key, Instant effective, String reference, MovementLine line) {
    }

    private List<Thought> year(Random random) {
        warehouse.bins("A1");
        warehouse.places().saveAll(List.of(Locations.Draft.of("SHOP", "SHOP", "", LocationKind.SITE))).value();
        transit("SEA", TransitTerms.Direction.INBOUND, TransitTerms.Incoterm.DDP);
        transit("LORRY", TransitTerms.Direction.OUTBOUND, TransitTerms.Incoterm.EXW);
        warehouse.items("BOLT", "NUT");
        warehouse.setItem("BOLT", "standard_cost", new BigDecimal("3.25"));
        warehouse.setItem("NUT", "standard_cost", new BigDecimal("1.1"));
        List<Thought> thoughts = new ArrayList<>();
        Map<String, Long> stock = new HashMap<>();
        for (int i = 0; i < MOVEMENTS; i++) {
            // never negative in the order of time, so that the year can be entered in that order
            Instant effective = day(1 + i / 10 + random.nextInt(2) * 0.25 + i % 10 * 0.02);
            thoughts.add(new Thought("M" + i, effective, "", null));
        }
        thoughts.sort(java.util.Comparator.comparing(Thought::effective));
        List<Thought> result = new ArrayList<>();
        for (Thought thought : thoughts) {
            result.add(fill(thought, random, stock));
        }
        return result;
    }

    private Thought fill(Thought thought, Random random, Map<String, Long> stock) {
        String item = random.nextInt(4) == 0 ? "NUT" : "BOLT";
        String from = PLACES[random.nextInt(PLACES.length)];
        long there = stock.getOrDefault(item + from, 0L);
        String reference = "P" + random.nextInt(8);
        if (there == 0 || random.nextInt(100) < 40) {
            long pieces = 1 + random.nextInt(40);
            stock.merge(item + from, pieces, Long::sum);
            MovementLine line = random.nextInt(10) == 0 ? warehouse.line("CUSTOMER", from, item, pieces)
                : random.nextInt(10) == 0 ? warehouse.line("COUNT-DIFFERENCE", from, item, pieces)
                    : warehouse.line("SUPPLIER", from, item, pieces)
                        .withUnitCost(new BigDecimal(100 + random.nextInt(900)).movePointLeft(2));
            return new Thought(thought.key(), thought.effective(), reference, line);
        }
        long pieces = 1 + random.nextLong(there);
        stock.merge(item + from, -pieces, Long::sum);
        String to = PLACES[random.nextInt(PLACES.length)];
        if (random.nextInt(100) < 45 && !to.equals(from)) {
            stock.merge(item + to, pieces, Long::sum);
            return new Thought(thought.key(), thought.effective(), reference, warehouse.line(from, to, item, pieces));
        }
        String out = random.nextInt(6) == 0 ? "SUPPLIER" : random.nextInt(8) == 0 ? "SCRAP" : "CUSTOMER";
        return new Thought(thought.key(), thought.effective(), reference, warehouse.line(from, out, item, pieces));
    }

    private void enter(List<Thought> thoughts) {
        for (Thought one : thoughts) {
            post(one.key(), one.effective(), one.reference(), one.line()).value();
        }
    }

    @ParameterizedTest
    @EnumSource(value = CostMethod.class, names = "SPECIFIC", mode = EnumSource.Mode.EXCLUDE)
    void theOrderOfEntryDoesNotMatter(CostMethod method) throws Exception {
        long seed = Long.getLong("stockwright.seed", 20260101);
        for (LocationKind kind : LocationKind.values()) {
            if (kind.isKept()) {
                warehouse.places().setPolicy(kind, NegativePolicy.ALLOW).value();
            }
        }
        List<Thought> year = year(new Random(seed));
        method(method);
        enter(year);
        tiesOut();
        Map<String, BigDecimal> inOrder = journal();
        proveByReplay();
        // the same year once more, under other keys and for other items, in any order
        world.close();
        java.nio.file.Path other = folder.resolveSibling(folder.getFileName() + "-other");
        world = org.stockwright.testkit.World.open(other);
        warehouse = new Warehouse(world);
        for (LocationKind kind : LocationKind.values()) {
            if (kind.isKept()) {
                warehouse.places().setPolicy(kind, NegativePolicy.ALLOW).value();
            }
        }
        List<Thought> again = year(new Random(seed));
        method(method);
        Collections.shuffle(again, new Random(seed + 1));
        enter(again);
        Map<String, BigDecimal> shuffled = journal();
        assertThat(difference(inOrder, shuffled)).as("seed " + seed).isEmpty();
        proveByReplay();
    }

    private static Map<String, String> difference(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        Map<String, String> result = new TreeMap<>();
        one.forEach((key, amount) -> {
            if (other.get(key) == null || other.get(key).compareTo(amount) != 0) {
                result.put(key, amount + " / " + other.get(key));
            }
        });
        other.forEach((key, amount) -> {
            if (!one.containsKey(key)) {
                result.put(key, "none / " + amount);
            }
        });
        return result;
    }

    /** Values everything from the first movement on and finds what is booked. */
    private void proveByReplay() {
        assertThat(world.service(org.stockwright.valuation.Valuation.class).tieOut(java.util.Optional.empty(),
            org.stockwright.base.Progress.NONE))
            .allSatisfy(row -> assertThat(row.agrees()).as(row.toString()).isTrue());
    }

}
