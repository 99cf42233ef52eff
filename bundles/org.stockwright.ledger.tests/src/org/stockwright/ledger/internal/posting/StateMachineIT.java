package org.stockwright.ledger.internal.posting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.PostingRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** A random walk: a model in memory says what must happen, the ledger does the same. */
class StateMachineIT extends LedgerWorld {

    private static final int STEPS = Boolean.getBoolean("stockwright.nightly") ? 1_000_000 : 5_000;
    private static final int ITEMS = 6;
    private static final List<String> PLACES = List.of("SM-A", "SM-B", "SM-C");
    private static final List<String> ALL = List.of("SM-A", "SM-B", "SM-C", "SUPPLIER", "CUSTOMER", "SCRAP",
        "COUNT-DIFFERENCE");

    /** What the model knows of a posting. */
    private record Done(String key, String from, String to, String item, long pieces) {
    }

    private final Map<String, Long> stock = new HashMap<>();
    private final List<Done> done = new ArrayList<>();
    private final Set<String> reversed = new HashSet<>();
    private Random random = new Random();

    @Test
    void theLedgerDoesWhatTheModelSays() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
        warehouse.manyItems("SM", ITEMS);
        warehouse.bins(PLACES.toArray(String[]::new));
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(20)) {
                case 0, 1 -> reverse(step);
                case 2 -> repeat();
                case 3 -> step = bulk(step);
                default -> post(step);
            }
        }
        stock.forEach((key, pieces) -> {
            String[] parts = key.split("/");
            assertThat(warehouse.onHand(parts[0], parts[1])).as(key).isEqualByComparingTo(pieces.toString());
        });
    }

    private Done next(int step) {
        String from = ALL.get(random.nextInt(ALL.size()));
        String to = PLACES.contains(from) ? ALL.get(random.nextInt(ALL.size()))
            : PLACES.get(random.nextInt(PLACES.size()));
        return new Done("K" + step, from, to, "SM" + random.nextInt(ITEMS), 1L + random.nextInt(9));
    }

    private PostingRequest request(Done one) {
        return warehouse.request(one.key(), warehouse.line(one.from(), one.to(), one.item(), one.pieces()));
    }

    /** What the model expects: empty when it is posted. */
    private String expected(Done one) {
        if (one.from().equals("SCRAP")) {
            return "PLACES_DO_NOT_FIT";
        }
        if (one.from().equals(one.to())) {
            return "NOTHING_MOVES";
        }
        boolean kept = PLACES.contains(one.from());
        return kept && stock.getOrDefault(one.from() + "/" + one.item(), 0L) < one.pieces() ? "WOULD_GO_NEGATIVE"
            : "";
    }

    private void move(String from, String to, String item, long pieces) {
        if (PLACES.contains(from)) {
            stock.merge(from + "/" + item, -pieces, Long::sum);
        }
        if (PLACES.contains(to)) {
            stock.merge(to + "/" + item, pieces, Long::sum);
        }
    }

    private void post(int step) {
        Done one = next(step);
        String expected = expected(one);
        assertThat(code(warehouse.ledger().post(request(one)))).as(one.toString()).isEqualTo(expected);
        if (expected.isEmpty()) {
            move(one.from(), one.to(), one.item(), one.pieces());
            done.add(one);
        }
    }

    private int bulk(int step) {
        List<Done> batch = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Done one = next(step + i);
            batch.add(one);
            expected.add(expected(one));
            if (expected.getLast().isEmpty()) {
                move(one.from(), one.to(), one.item(), one.pieces());
                done.add(one);
            }
        }
        BulkResult result = warehouse.ledger().postAll(batch.stream().map(this::request).toList(), BulkMode.KEEP_GOOD,
            Progress.NONE);
        assertThat(result.posted()).isEqualTo(expected.stream().filter(String::isEmpty).count());
        result.refusals().forEach(refusal -> assertThat(refusal.code().name()).as(batch.toString())
            .isEqualTo(expected.get((int) refusal.place().line() - 1)));
        return step + batch.size();
    }

    private void reverse(int step) {
        if (done.isEmpty()) {
            return;
        }
        Done one = done.get(random.nextInt(done.size()));
        boolean tooLittle = PLACES.contains(one.to())
            && stock.getOrDefault(one.to() + "/" + one.item(), 0L) < one.pieces();
        String expected = reversed.contains(one.key()) ? "REVERSED_ALREADY" : tooLittle ? "WOULD_GO_NEGATIVE" : "";
        assertThat(code(warehouse.ledger().reverse(one.key(), "R" + step, Optional.empty(), "walk"))).as(
            one.toString()).isEqualTo(expected);
        if (expected.isEmpty()) {
            move(one.to(), one.from(), one.item(), one.pieces());
            reversed.add(one.key());
        }
    }

    private void repeat() {
        if (!done.isEmpty()) {
            Done one = done.get(random.nextInt(done.size()));
            assertThat(warehouse.ledger().post(request(one)).value().repeated()).isTrue();
        }
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusals().stream().findFirst().map(refusal -> refusal.code().name()).orElse("");
    }

}
