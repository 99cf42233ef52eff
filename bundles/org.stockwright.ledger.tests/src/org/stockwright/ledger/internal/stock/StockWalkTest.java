package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;

import static org.assertj.core.api.Assertions.assertThat;

/** A random walk whose every figure is computed a second time from the list of movements. */
class StockWalkTest extends StockWorld {

    private static final List<String> PLACES = List.of("SUPPLIER", "A1", "A2", "B1", "CUSTOMER");
    private static final List<String> KEPT = List.of("A1", "A2", "B1");
    private final long seed = Long.getLong("stockwright.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int keys;

    @Test
    void everyFigureAtEveryInstantIsTheSumOfItsMovements() {
        warehouse.items("X1", "X2", "X3");
        for (int i = 0; i < 60; i++) {
            step();
        }
        List<MovementView> movements = all(MovementQuery.all());
        for (int i = 0; i < 40; i++) {
            Optional<Instant> asOf = instant(movements, true);
            Optional<Instant> knownAt = instant(movements, false);
            StockQuery query = StockQuery.all(Grouping.LOCATION).at(asOf, knownAt);
            TreeMap<String, BigDecimal> found = new TreeMap<>();
            for (StockRow row : stock.onHand(query)) {
                found.put(row.item() + "@" + row.location(), row.onHand().amount());
            }
            assertThat(found).as("seed %d, as of %s, known at %s", seed, asOf, knownAt)
                .isEqualTo(expected(movements, asOf, knownAt));
        }
    }

    @Test
    void pagesAndCountsAreWhatTheStreamGives() {
        warehouse.items("Y1", "Y2");
        for (int round = 0; round < 4; round++) {
            // The maps of the round before have to take in what came, back-dated rows too.
            for (int i = 0; i < 20; i++) {
                step("Y1", "Y2");
            }
            for (MovementQuery query : queries()) {
                List<MovementView> expected = all(query);
                assertThat(stock.count(query)).as("seed %d, %s", seed, query).isEqualTo(expected.size());
                for (int i = 0; i < 5; i++) {
                    int offset = random.nextInt(expected.size() + 1);
                    int rows = 1 + random.nextInt(15);
                    assertThat(stock.page(query, offset, rows)).as("seed %d, %s from %d", seed, query, offset)
                        .isEqualTo(expected.subList(offset, Math.min(expected.size(), offset + rows)));
                }
            }
        }
        assertThat(stock.page(MovementQuery.all(), 1_000_000, 10)).isEmpty();
    }

    private List<MovementQuery> queries() {
        MovementQuery all = MovementQuery.all();
        MovementQuery newest = new MovementQuery(all.item(), all.location(), all.lot(), all.from(), all.to(),
            all.knownAt(), "", all.kind(), true);
        MovementQuery place = new MovementQuery(all.item(), Optional.of(warehouse.place("A1").id()), all.lot(),
            all.from(), all.to(), all.knownAt(), "", all.kind(), random.nextBoolean());
        MovementQuery text = new MovementQuery(all.item(), all.location(), all.lot(), all.from(), all.to(),
            all.knownAt(), "k7", all.kind(), false);
        MovementQuery kind = new MovementQuery(Optional.of(warehouse.itemOf("Y1")), all.location(), all.lot(),
            all.from(), Optional.of(world.clock().instant()), all.knownAt(), "", Optional.of(MovementKind.RECEIPT),
            false);
        return List.of(all, newest, place, text, kind, MovementQuery.of(warehouse.itemOf("Y2")));
    }

    private void step() {
        step("X1", "X2", "X3");
    }

    private void step(String... items) {
        world.clock().advance(Duration.ofMinutes(random.nextInt(90)));
        Instant effective = world.clock().instant().minus(Duration.ofHours(random.nextInt(100)));
        List<MovementLine> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            List<String> places = new ArrayList<>(PLACES);
            Collections.shuffle(places, random);
            int from = PLACES.indexOf(places.get(0));
            int to = PLACES.indexOf(places.get(1));
            String start = from < to ? places.get(0) : places.get(1);
            String end = from < to ? places.get(1) : places.get(0);
            if (start.equals("SUPPLIER") && end.equals("CUSTOMER")) {
                end = "A1";
            }
            lines.add(warehouse.line(start, end, items[random.nextInt(items.length)],
                start.equals("SUPPLIER") ? 20 + random.nextInt(20) : 1 + random.nextInt(9)));
        }
        // What is too much is refused as a whole: the walk goes on with the next step.
        warehouse.ledger().post(new PostingRequest("k" + keys++, effective, lines, "", "", ""));
    }

    private Optional<Instant> instant(List<MovementView> movements, boolean effective) {
        int choice = random.nextInt(movements.size() + 3);
        if (choice >= movements.size()) {
            return Optional.empty();
        }
        MovementView movement = movements.get(choice);
        return Optional.of(effective ? movement.effective() : movement.recorded());
    }

    private List<MovementView> all(MovementQuery query) {
        List<MovementView> movements = new ArrayList<>();
        stock.stream(query, movements::add, Progress.NONE);
        return movements;
    }

    private static TreeMap<String, BigDecimal> expected(List<MovementView> movements, Optional<Instant> asOf,
        Optional<Instant> knownAt) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        for (MovementView movement : movements) {
            boolean counts = asOf.map(instant -> !movement.effective().isAfter(instant)).orElse(true)
                && knownAt.map(instant -> !movement.recorded().isAfter(instant)).orElse(true);
            if (counts && KEPT.contains(movement.from())) {
                sums.merge(movement.item() + "@" + movement.from(), movement.quantity().amount().negate(),
                    BigDecimal::add);
            }
            if (counts && KEPT.contains(movement.to())) {
                sums.merge(movement.item() + "@" + movement.to(), movement.quantity().amount(), BigDecimal::add);
            }
        }
        sums.replaceAll((place, sum) -> sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros());
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((place, sum) -> sum.scale() < 0 ? sum.setScale(0) : sum);
        return sums;
    }

}
