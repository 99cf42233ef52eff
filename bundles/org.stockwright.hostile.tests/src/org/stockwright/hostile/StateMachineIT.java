package org.stockwright.hostile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.ReservationId;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.ReservationView;
import org.stockwright.ledger.Reservations;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A random walk through all that the ledger can be asked to do. A model in memory says after every step what must have
 * happened: done, repeated, or refused with which codes; every few thousand steps all figures of now and of the past are
 * compared. 100,000 steps, a million in the nightly form; {@code -Dstockwright.steps} takes another number.
 */
class StateMachineIT {

    private static final int STEPS = Integer.getInteger("stockwright.steps", Seed.NIGHTLY ? 1_000_000 : 100_000);
    private static final int COMPARE_EVERY = STEPS / 10;
    private static final int REMEMBERED = 50;

    private final Seed seed = Seed.of(StateMachineIT.class);
    private final WalkModel model = new WalkModel();
    private final WalkLines lines = new WalkLines(seed, model);
    private final Deque<String> last = new ArrayDeque<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> holdKeys = new ArrayList<>();
    private final Map<String, ReservationId> holdIds = new HashMap<>();
    private final Map<String, Reservations.Request> holdRequests = new HashMap<>();
    private Walk walk;
    private int step;

    @TempDir
    Path folder;

    @Test
    void theLedgerDoesWhatTheModelSays() throws IOException {
        Path fast = FastFolder.or(folder);
        // most of its postings are dated back: each would have all that comes after it valued again
        try (World world = World.openWithout("org.stockwright.valuation", fast.resolve("walk"))) {
            walk = new Walk(world, model);
            int compared = 0;
            long start = System.nanoTime();
            while (step < STEPS) {
                lines.look();
                step();
                if (step / Math.max(1, COMPARE_EVERY) > compared) {
                    compared = step / COMPARE_EVERY;
                    compare();
                }
            }
            compare();
            Invariants.check(walk.warehouse.work());
            assertThat(world.service(Verification.class).verify(Progress.NONE)).allMatch(Verification.Result::passed);
            System.out.printf("StateMachineIT: %d steps in %d s, %d postings, %d balances, answers %s%n", step,
                (System.nanoTime() - start) / 1_000_000_000, model.postings.size(), model.balances.size(), answers);
        } finally {
            FastFolder.delete(fast);
        }
    }

    private void step() {
        int choice = seed.below(1000);
        if (choice < 400) {
            bulk();
        } else if (choice < 560) {
            post();
        } else if (choice < 640) {
            reverse();
        } else if (choice < 740) {
            hold();
        } else if (choice < 790) {
            release();
        } else if (choice < 870) {
            postReserved();
        } else if (choice < 910) {
            repeat();
        } else if (choice < 960) {
            time();
        } else {
            masterData();
        }
    }

    private void same(String what, Object actual, Object expected) {
        step++;
        last.addLast(step + " " + what + " => " + actual);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
        if (expected instanceof String answer && !answer.isEmpty()) {
            answers.merge(answer, 1, Integer::sum);
        }
        if (!actual.equals(expected)) {
            throw new AssertionError("-Dstockwright.seed=" + seed.number() + " step " + step + ": expected " + expected
                + " but was " + actual + " for " + what + "\nThe last steps:\n" + String.join("\n", last));
        }
    }

    private static String text(WalkBook.Answer answer) {
        return answer.isDone() ? answer.repeated() ? "repeated" : answer.warnings() > 0 ? "done, negative" : "done"
            : String.valueOf(answer.refusals());
    }

    private static String text(Outcome<PostingReceipt> outcome) {
        return !outcome.isDone() ? String.valueOf(Walk.codes(outcome)) : outcome.value().repeated() ? "repeated"
            : Walk.wentNegative(outcome.value().warnings()) > 0 ? "done, negative" : "done";
    }

    private WalkBook.Command command() {
        List<WalkBook.Line> all = new ArrayList<>();
        for (int i = seed.percent(80) ? 1 : seed.percent(2) ? 0 : 2 + seed.below(4); i > 0; i--) {
            all.add(lines.next());
        }
        boolean odd = seed.percent(1);
        String key = odd ? seed.of("", " ", "x".repeat(129)) : "K" + step + "-" + seed.below(1_000_000_000);
        Instant effective = seed.percent(30) ? walk.now().minusSeconds(seed.below(90 * 86_400)) : walk.now();
        return new WalkBook.Command("posting", key, odd ? Instant.parse("1800-01-01T00:00:00Z") : effective, all,
            seed.percent(1) ? "a\0b" : "", seed.of("", "", "GR", "GI"));
    }

    private void noted(WalkBook.Command command, WalkBook.Answer answer, Outcome<PostingReceipt> outcome) {
        if (answer.isDone() && !answer.repeated() && outcome.isDone()) {
            keys.add(command.key());
            model.postings.get(command.key()).number = outcome.value().number();
        }
    }

    private void post() {
        WalkBook.Command command = command();
        boolean previewed = seed.percent(20);
        Set<String> preview = previewed ? Walk.codes(walk.warehouse.ledger().preview(walk.request(command)))
            : Set.of();
        Outcome<PostingReceipt> outcome = walk.warehouse.ledger().post(walk.request(command));
        WalkBook.Answer answer = model.post(command, "", walk.now());
        noted(command, answer, outcome);
        same("post " + command, text(outcome), text(answer));
        if (previewed) {
            same("preview " + command, preview, Walk.codes(outcome));
        }
    }

    private void bulk() {
        List<WalkBook.Command> batch = new ArrayList<>();
        for (int i = 20 + seed.below(100); i > 0; i--) {
            batch.add(seed.percent(3) && !batch.isEmpty() ? seed.of(batch)
                : seed.percent(2) && !keys.isEmpty() ? old() : command());
        }
        var requests = batch.stream().map(walk::request).toList();
        BulkResult rehearsed = seed.percent(30) ? walk.warehouse.ledger().postAll(requests,
            seed.of(BulkMode.DRY_RUN, BulkMode.ALL_OR_NOTHING), Progress.NONE) : null;
        boolean nothing = rehearsed != null && !rehearsed.refusals().isEmpty();
        BulkResult result = walk.warehouse.ledger().postAll(requests, BulkMode.KEEP_GOOD, Progress.NONE);
        Map<Long, Set<String>> refused = byLine(result.refusals());
        Map<Long, Set<String>> warned = byLine(result.warnings());
        long posted = 0;
        long repeated = 0;
        for (int i = 0; i < batch.size(); i++) {
            WalkBook.Answer answer = model.post(batch.get(i), "", walk.now());
            long line = i + 1L;
            boolean negative = warned.getOrDefault(line, Set.of()).contains("WENT_NEGATIVE");
            posted += answer.isDone() && !answer.repeated() ? 1 : 0;
            repeated += answer.repeated() ? 1 : 0;
            if (answer.isDone() && !answer.repeated()) {
                keys.add(batch.get(i).key());
            }
            same("bulk " + line + " " + batch.get(i), refused.containsKey(line) ? String.valueOf(refused.get(line))
                : negative ? "done, negative" : "done",
                answer.repeated() ? "done" : text(answer));
        }
        boolean all = rehearsed != null && !nothing && rehearsed.posted() > 0 && result.posted() == 0;
        same("bulk figures", List.of(result.posted() + (all ? posted : 0), result.repeated() - (all ? posted : 0)),
            List.of(posted, repeated));
        if (rehearsed != null) {
            same("bulk rehearsed", byLine(rehearsed.refusals()), refused);
        }
    }

    private static Map<Long, Set<String>> byLine(List<Refusal> refusals) {
        Map<Long, Set<String>> result = new TreeMap<>();
        refusals.forEach(refusal -> result.computeIfAbsent(refusal.place().line(), line -> new TreeSet<>())
            .add(refusal.code().name()));
        return result;
    }

    /** A posting that was made before, the same or with another content. */
    private WalkBook.Command old() {
        WalkBook.Command old = model.postings.get(seed.of(keys)).command;
        if (!old.what().equals("posting")) {
            WalkBook.Command fresh = command();
            return new WalkBook.Command("posting", old.key(), fresh.effective(), fresh.lines(), fresh.text(),
                fresh.series());
        }
        return seed.percent(50) ? old
            : new WalkBook.Command("posting", old.key(), old.effective(), old.lines(), "other", old.series());
    }

    private void repeat() {
        if (!keys.isEmpty()) {
            WalkBook.Command command = old();
            same("repeat " + command, text(walk.warehouse.ledger().post(walk.request(command))),
                text(model.post(command, "", walk.now())));
        }
    }

    private void reverse() {
        String original = keys.isEmpty() || seed.percent(2) ? "NEVER-POSTED" : seed.of(keys);
        String reason = seed.percent(3) ? "" : seed.percent(1) ? "x".repeat(201) : "walk";
        WalkBook.Command command = new WalkBook.Command("reversal of " + original, "R" + step, null, List.of(),
            reason, "");
        WalkBook.Posted posted = model.postings.get(original);
        String named = posted != null && !posted.number.isEmpty() && seed.percent(50) ? posted.number : original;
        for (int i = seed.percent(10) ? 2 : 1; i > 0; i--) {
            Outcome<PostingReceipt> outcome = walk.warehouse.ledger().reverse(named, command.key(), Optional.empty(),
                reason);
            WalkBook.Answer answer = model.reverse(original, command, walk.now());
            noted(command, answer, outcome);
            // a reversal is never told as going negative: it takes back what was told before
            same("reverse " + named + " by " + command, text(outcome), text(answer));
        }
    }

    private void hold() {
        WalkBook.Key stock = lines.stocked();
        WalkBook.Key key = new WalkBook.Key(seed.percent(2) ? "NO-ITEM" : stock.item(),
            seed.percent(2) ? "NOWHERE" : stock.place(), seed.percent(3) ? "NEVER" : stock.lot(),
            seed.percent(2) ? "NOBODY" : stock.owner(), stock.status(), "");
        boolean again = !holdKeys.isEmpty() && seed.percent(5);
        String name = again ? seed.of(holdKeys) : "H" + step;
        Instant expires = seed.percent(60) ? null : walk.now().plusSeconds(seed.below(20_000) - 600);
        String unit = lines.unit(key.item());
        long amount = seed.percent(3) ? 0 : 1 + seed.below(6);
        Reservations.Request request = again && seed.percent(50) ? holdRequests.get(name)
            : new Reservations.Request(name, walk.itemId(key.item()), walk.placeId(key.place()), key.lot(),
                walk.ownerId(key.owner()), key.status(), walk.quantity(unit, amount), "walker",
                Optional.ofNullable(expires));
        WalkBook.Answer answer = again && request == holdRequests.get(name) ? new WalkBook.Answer(Set.of(), true, 0)
            : model.hold(name, key, unit, amount, expires, walk.now());
        Outcome<ReservationView> outcome = walk.warehouse.reservations().hold(request);
        if (outcome.isDone() && !holdIds.containsKey(name)) {
            holdIds.put(name, outcome.value().id());
            holdRequests.put(name, request);
            holdKeys.add(name);
        }
        same("hold " + name + " " + key + " " + amount + " until " + expires, Walk.codes(outcome), answer.refusals());
    }

    private ReservationId holdId(String name) {
        return holdIds.getOrDefault(name, new ReservationId(9_999_999));
    }

    /** A reservation, mostly one of the newest, which may still hold something. */
    private String anyHold() {
        if (holdKeys.isEmpty() || seed.percent(2)) {
            return "NO-HOLD";
        }
        int newest = Math.min(holdKeys.size(), 40);
        return seed.percent(80) ? holdKeys.get(holdKeys.size() - 1 - seed.below(newest)) : seed.of(holdKeys);
    }

    private void release() {
        String name = anyHold();
        same("release " + name, Walk.codes(walk.warehouse.reservations().release(holdId(name))),
            model.release(name).refusals());
    }

    private void postReserved() {
        String name = anyHold();
        WalkBook.Held held = model.holds.get(name);
        WalkBook.Key key = held == null || seed.percent(3) ? lines.stocked() : held.balance;
        long amount = held == null || held.open == 0 ? 1 : 1 + seed.below((int) held.open + (seed.percent(10) ? 2 : 0));
        List<WalkBook.Line> all = new ArrayList<>(List.of(lines.taking(key, amount)));
        if (seed.percent(3)) {
            all.add(lines.next());
        }
        WalkBook.Command command = new WalkBook.Command("from " + name, "P" + step, walk.now(), all, "", "");
        for (int i = seed.percent(10) ? 2 : 1; i > 0; i--) {
            Outcome<PostingReceipt> outcome = walk.warehouse.reservations().post(holdId(name), walk.request(command));
            WalkBook.Answer answer = model.post(command, name, walk.now());
            noted(command, answer, outcome);
            same("post reserved " + command, text(outcome), text(answer));
        }
    }

    private void time() {
        walk.world.clock().advance(Duration.ofSeconds(1 + seed.below(1_800)));
        walk.warehouse.reservations().expire();
        model.expire(walk.now());
        same("time " + walk.now(), "", "");
    }

    private void masterData() {
        boolean bad = seed.percent(25);
        NegativePolicy policy = seed.of(NegativePolicy.values());
        Set<String> expected = new TreeSet<>();
        switch (seed.below(7)) {
            case 0 -> walk.lockItem(lines.item(), bad);
            case 1 -> walk.lockPlace(lines.place(), bad);
            case 2 -> walk.activateItem(lines.item(), !bad);
            case 3 -> walk.activatePlace(lines.place(), !bad);
            case 4 -> {
                LocationKind kind = seed.of(LocationKind.BIN, LocationKind.WAREHOUSE, LocationKind.PRODUCTION);
                same(kind + " " + policy, walk.setKindPolicy(kind, policy, expected), expected);
            }
            case 5 -> {
                String path = seed.of("RAW", "RAW/STEEL");
                NegativePolicy given = seed.percent(40) ? null : policy;
                same(path + " " + given, walk.setCategoryPolicy(path, given, expected), expected);
            }
            default -> {
                String place = seed.of("W-1", "W-3", "MAIN", "CONS");
                NegativePolicy given = seed.percent(60) ? null : policy;
                same(place + " " + given, walk.setPlacePolicy(place, given, expected), expected);
            }
        }
        // what is broken for good would leave the walk with nothing but refusals
        if (seed.percent(50)) {
            model.world.places.values().stream().filter(place -> place.locked).toList()
                .forEach(place -> walk.lockPlace(place.code, false));
            model.world.places.values().stream().filter(place -> !place.active).toList()
                .forEach(place -> walk.activatePlace(place.code, true));
            model.world.items.values().stream().filter(item -> item.locked).toList()
                .forEach(item -> walk.lockItem(item.code, false));
            model.world.items.values().stream().filter(item -> !item.active).toList()
                .forEach(item -> walk.activateItem(item.code, true));
        }
    }

    private BigDecimal amount(WalkBook.Key key, long steps) {
        return BigDecimal.valueOf(steps, model.world.items.get(key.item()).steps == 1000 ? 3 : 0);
    }

    private static WalkBook.Key key(StockRow row) {
        return new WalkBook.Key(row.item(), row.location(), row.lot(), row.owner().equals("OWN1") ? "OWN1" : "SELF",
            row.status(), row.handlingUnit());
    }

    private void compare() {
        Stock stock = walk.world.service(Stock.class);
        Map<String, String> now = new TreeMap<>();
        model.balances.forEach((key, level) -> {
            if (level.onHand() != 0 || level.reserved() != 0) {
                now.put(key.toString(), figures(amount(key, level.onHand()), amount(key, level.reserved()),
                    amount(key, model.available(key))));
            }
        });
        Map<String, String> rows = new TreeMap<>();
        stock.onHand(StockQuery.all(Grouping.BALANCE)).forEach(row -> rows.put(key(row).toString(),
            figures(row.onHand().amount(), row.reserved().amount(), row.available().amount())));
        assertThat(rows).as("all figures now, -Dstockwright.seed=" + seed.number() + " step " + step).isEqualTo(now);
        assertThat(walk.warehouse.reservations().list()).as("open reservations")
            .hasSize((int) model.holds.values().stream().filter(held -> held.open > 0).count());
        for (int i = 0; i < 2; i++) {
            past(stock, Instant.ofEpochSecond(walk.now().getEpochSecond() - seed.below(100 * 86_400)),
                seed.percent(50) ? Optional.empty()
                    : Optional.of(Instant.ofEpochSecond(walk.now().getEpochSecond() - seed.below(3 * 86_400))));
        }
    }

    private void past(Stock stock, Instant asOf, Optional<Instant> knownAt) {
        Map<WalkBook.Key, Long> sums = new HashMap<>();
        for (WalkBook.Event event : model.events) {
            if (!event.effective().isAfter(asOf)
                && knownAt.filter(known -> event.recorded().isAfter(known)).isEmpty()) {
                sums.merge(event.key(), event.delta(), Long::sum);
            }
        }
        Map<String, String> then = new TreeMap<>();
        sums.forEach((key, steps) -> {
            if (steps != 0) {
                then.put(key.toString(), plain(amount(key, steps)));
            }
        });
        Map<String, String> rows = new TreeMap<>();
        stock.onHand(StockQuery.all(Grouping.BALANCE).at(Optional.of(asOf), knownAt)).stream()
            .filter(row -> !row.onHand().isZero())
            .forEach(row -> rows.put(key(row).toString(), plain(row.onHand().amount())));
        assertThat(rows).as("on hand as of %s, known at %s, -Dstockwright.seed=%s step %s", asOf, knownAt,
            seed.number(), step).isEqualTo(then);
    }

    private static String figures(BigDecimal onHand, BigDecimal reserved, BigDecimal available) {
        return plain(onHand) + ' ' + plain(reserved) + ' ' + plain(available);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

}
