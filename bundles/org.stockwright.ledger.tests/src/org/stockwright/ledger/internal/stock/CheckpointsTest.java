package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.persistence.UnitOfWork;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers by checkpoints are the plain sums, however late movements are recorded and whatever is reversed. */
class CheckpointsTest extends StockWorld {

    private static final String CHECK = "checkpoints-equal-movements";
    private static final List<String> KEPT = List.of("A1", "A2", "B1");

    private final long seed = Long.getLong("stockwright.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int keys;

    @Test
    void everyPastFigureIsThePlainSumBeforeAndAfterMoreIsPostedAndMadeAnew() {
        String[] items = { "C1", "C2", "C3" };
        warehouse.items(items);
        for (int round = 0; round < 4; round++) {
            steps(30, items);
            askAll(items);
            assertThat(maker().makeIfDue()).as("seed %d, round %d", seed, round).isTrue();
            List<Checkpoint> made = list();
            assertThat(made).hasSizeGreaterThan(3);
            assertThat(made.stream().map(Checkpoint::seq).distinct()).hasSize(1);
            askAll(items);
        }
        assertThat(maker().makeIfDue()).as("nothing came since").isFalse();
        assertThat(result(verification.verify(Progress.NONE)).passed()).isTrue();
    }

    @Test
    void aFigureThatWasChangedIsFoundAndMadeAnewByRebuilding() {
        warehouse.items("D1");
        steps(10, "D1");
        maker().makeIfDue();
        Checkpoint last = list().getLast();
        Figures wrong = new Figures();
        wrong.add(1, new BigDecimal("0.000000001"));
        replace(last, wrong);
        assertThat(result(verification.verify(Progress.NONE))).satisfies(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.detail()).contains("the checkpoint " + last.id());
        });
        assertThat(result(verification.rebuild(Progress.NONE)).passed()).isTrue();
        askAll("D1");
    }

    @Test
    void damagedBytesAreNoAnswer() {
        warehouse.items("E1");
        steps(10, "E1");
        maker().makeIfDue();
        work().write(transaction -> {
            try (PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE stock_checkpoint_part SET figures = ?")) {
                update.setBytes(1, new byte[] { 1, 99, -1 });
                return Outcome.done(update.executeUpdate());
            }
        }).value();
        askAll("E1");
        assertThat(result(verification.verify(Progress.NONE)).passed()).isFalse();
        verification.rebuild(Progress.NONE);
    }

    private void askAll(String... items) {
        List<MovementView> movements = new ArrayList<>();
        stock.stream(MovementQuery.all(), movements::add, Progress.NONE);
        for (int i = 0; i < 30; i++) {
            Instant asOf = movements.get(random.nextInt(movements.size())).effective();
            Optional<Instant> knownAt = random.nextBoolean() ? Optional.empty()
                : Optional.of(movements.get(random.nextInt(movements.size())).recorded());
            TreeMap<String, BigDecimal> found = new TreeMap<>();
            for (StockRow row : stock.onHand(StockQuery.all(Grouping.LOCATION).at(Optional.of(asOf), knownAt))) {
                found.put(row.item() + "@" + row.location(), row.onHand().amount().stripTrailingZeros());
            }
            assertThat(found).as("seed %d, as of %s, known at %s", seed, asOf, knownAt)
                .isEqualTo(sums(movements, asOf, knownAt));
        }
        Instant asOf = movements.get(random.nextInt(movements.size())).effective();
        assertThat(stock.onHand(StockQuery.all(Grouping.ITEM).at(Optional.of(asOf), Optional.empty())))
            .as("seed %d: items of which nothing was there are listed, too", seed).extracting(StockRow::item)
            .contains(items);
    }

    private static TreeMap<String, BigDecimal> sums(List<MovementView> movements, Instant asOf,
        Optional<Instant> knownAt) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        for (MovementView movement : movements) {
            if (movement.effective().isAfter(asOf) || knownAt.filter(movement.recorded()::isAfter).isPresent()) {
                continue;
            }
            BigDecimal quantity = movement.quantity().amount();
            sums.merge(movement.item() + "@" + movement.from(), quantity.negate(), BigDecimal::add);
            sums.merge(movement.item() + "@" + movement.to(), quantity, BigDecimal::add);
        }
        sums.keySet().removeIf(key -> !KEPT.contains(key.substring(key.indexOf('@') + 1)));
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((key, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    /** Posts, some of it back-dated by days, and reverses some. */
    private void steps(int count, String... items) {
        for (int i = 0; i < count; i++) {
            world.clock().advance(Duration.ofMinutes(1 + random.nextInt(90)));
            Instant effective = world.clock().instant().minus(Duration.ofHours(random.nextInt(4) * random.nextInt(60)));
            String item = items[i % items.length];
            String bin = KEPT.get(random.nextInt(KEPT.size()));
            int choice = random.nextInt(10);
            if (choice == 0 && keys > 0) {
                warehouse.ledger().reverse("c" + random.nextInt(keys), "r" + keys++,
                    random.nextBoolean() ? Optional.empty() : Optional.of(effective), "wrong");
            } else if (choice < 5 || i < items.length) {
                post("c" + keys++, effective, warehouse.line("SUPPLIER", bin, item, 20 + random.nextInt(20)));
            } else {
                String to = choice < 7 ? KEPT.get((KEPT.indexOf(bin) + 1) % KEPT.size()) : "CUSTOMER";
                // What is too much is refused as a whole: the walk goes on with the next step.
                warehouse.ledger().post(new PostingRequest("c" + keys++, effective,
                    List.of(warehouse.line(bin, to, item, 1 + random.nextInt(9))), "", "", ""));
            }
        }
        world.clock().advance(Duration.ofMinutes(5));
    }

    private void replace(Checkpoint old, Figures figures) {
        work().write(transaction -> {
            CheckpointRows rows = new CheckpointRows(transaction.connection());
            rows.delete(List.of(old));
            CheckpointRows.insert(transaction, new Checkpoint(old.id(), old.effective(), old.seq(), old.recorded(),
                old.movements(), 1), figures);
            return Outcome.done(old);
        }).value();
    }

    private CheckpointMaker maker() {
        return new CheckpointMaker(work(), 1, () -> false);
    }

    private List<Checkpoint> list() {
        return work().read(transaction -> new CheckpointRows(transaction.connection()).list());
    }

    private UnitOfWork work() {
        return world.service(UnitOfWork.class);
    }

    private static Verification.Result result(List<Verification.Result> results) {
        return results.stream().filter(result -> result.check().equals(CHECK)).findFirst().orElseThrow();
    }

}
