package org.stockwright.hostile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.hostile.WalkBook.Answer;
import org.stockwright.hostile.WalkBook.Command;
import org.stockwright.hostile.WalkBook.Event;
import org.stockwright.hostile.WalkBook.Held;
import org.stockwright.hostile.WalkBook.Key;
import org.stockwright.hostile.WalkBook.Level;
import org.stockwright.hostile.WalkBook.Line;
import org.stockwright.hostile.WalkBook.Move;
import org.stockwright.hostile.WalkBook.Posted;
import org.stockwright.ledger.MovementKind;

/**
 * The ledger's rules once more, written from its documentation and without its code: whole steps in memory, one map of
 * balances. What it says must be what the ledger does.
 */
final class WalkModel {

    private static final Set<String> STATUSES = Set.of("AVAILABLE", "INSPECTION", "QUARANTINE", "BLOCKED", "REJECTED");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    final WalkWorld world = new WalkWorld();
    final Map<Key, Level> balances = new LinkedHashMap<>();
    final Set<String> lots = new HashSet<>();
    final Set<String> units = new HashSet<>(Set.of(""));
    final Map<String, Posted> postings = new LinkedHashMap<>();
    final Map<String, Held> holds = new LinkedHashMap<>();
    final List<Event> events = new ArrayList<>();

    Level level(Key key) {
        return balances.getOrDefault(key, Level.NOTHING);
    }

    /** Steps of the item's base unit that an entered amount means, or why it means none. */
    static long steps(WalkWorld.Item item, String unit, long amount, Set<String> codes) {
        boolean mass = item.steps == 1000;
        switch (unit) {
            case "PCS", "BOX", "THIRD" -> {
                if (mass) {
                    codes.add("DIMENSIONS_DIFFER");
                    return 0;
                }
            }
            default -> {
                if (!mass) {
                    codes.add("DIMENSIONS_DIFFER");
                    return 0;
                }
            }
        }
        return switch (unit) {
            case "PCS", "G" -> amount;
            case "BOX" -> 9 * amount;
            case "KG" -> 1000 * amount;
            default -> {
                if (amount % 3 != 0) {
                    codes.add("QUANTITY_DOES_NOT_FIT");
                }
                yield amount / 3;
            }
        };
    }

    /** A posting, or a posting from a reservation when its key is given. */
    Answer post(Command command, String hold, Instant now) {
        Posted known = postings.get(command.key());
        if (command.key().isBlank() || command.key().length() > 128) {
            return Answer.refused(Set.of("BAD_KEY"));
        }
        if (known != null) {
            return known.command.equals(command) ? new Answer(Set.of(), true, 0)
                : Answer.refused(Set.of("KEY_REUSED_WITH_OTHER_CONTENT"));
        }
        Set<String> made = new HashSet<>();
        List<Move> moves = new ArrayList<>();
        Set<String> refused = check(command, moves, made);
        if (!refused.isEmpty()) {
            return Answer.refused(refused);
        }
        Held held = holds.get(hold);
        if (!hold.isEmpty()) {
            String misfit = held == null ? "UNKNOWN_RESERVATION" : held.open == 0 ? "RESERVATION_CLOSED"
                : moves.size() != 1 || !moves.getFirst().from().equals(held.balance)
                    || moves.getFirst().steps() > held.open ? "RESERVATION_DOES_NOT_FIT" : "";
            if (!misfit.isEmpty()) {
                return Answer.refused(Set.of(misfit));
            }
        }
        return write(command, moves, held, made, false, now);
    }

    private Answer write(Command command, List<Move> moves, Held held, Set<String> made, boolean reversal,
        Instant now) {
        Map<Key, Long> deltas = new HashMap<>();
        for (Move move : moves) {
            if (kept(move.from())) {
                deltas.merge(move.from(), -move.steps(), Long::sum);
            }
            if (kept(move.to())) {
                deltas.merge(move.to(), move.steps(), Long::sum);
            }
        }
        int warnings = 0;
        for (Map.Entry<Key, Long> delta : deltas.entrySet()) {
            Key key = delta.getKey();
            boolean own = held != null && held.balance.equals(key);
            NegativePolicy policy = world.policy(key.item(), key.place());
            long taken = -delta.getValue() - (own ? moves.getFirst().steps() : 0);
            if (policy == NegativePolicy.BLOCK && taken > 0 && level(key).free() < taken) {
                return Answer.refused(Set.of("WOULD_GO_NEGATIVE"));
            }
            if (policy == NegativePolicy.WARN && delta.getValue() < 0
                && level(key).onHand() + delta.getValue() < 0) {
                warnings++;
            }
        }
        deltas.forEach((key, delta) -> balances.merge(key, new Level(delta, 0),
            (old, add) -> new Level(old.onHand() + add.onHand(), old.reserved())));
        if (held != null) {
            reserve(held.balance, -moves.getFirst().steps());
            held.open -= moves.getFirst().steps();
        }
        for (String one : made) {
            (one.startsWith("unit ") ? units : lots).add(one.substring(one.indexOf(' ') + 1));
        }
        for (Move move : moves) {
            Instant effective = command.effective() == null ? now : command.effective();
            remember(move.from(), -move.steps(), effective, now);
            remember(move.to(), move.steps(), effective, now);
        }
        postings.put(command.key(), new Posted(command, List.copyOf(moves), reversal));
        return new Answer(Set.of(), false, warnings);
    }

    private void remember(Key key, long delta, Instant effective, Instant now) {
        if (kept(key)) {
            events.add(new Event(key, delta, effective, now));
        }
    }

    private boolean kept(Key key) {
        return world.places.get(key.place()).kept();
    }

    private void reserve(Key key, long steps) {
        Level old = level(key);
        balances.put(key, new Level(old.onHand(), old.reserved() + steps));
    }

    /** The stages of checks; what is refused in the first one that refuses anything. */
    private Set<String> check(Command command, List<Move> moves, Set<String> made) {
        Set<String> codes = new TreeSet<>();
        if (command.lines().isEmpty()) {
            return Set.of("NO_LINES");
        }
        if (command.effective().isBefore(FIRST)) {
            codes.add("BAD_INSTANT");
        }
        if (command.text().indexOf('\0') >= 0 || command.text().length() > 200) {
            codes.add("BAD_TEXT");
        }
        if (codes.isEmpty()) {
            command.lines().forEach(line -> item(line, codes));
        }
        long[] steps = new long[command.lines().size()];
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                steps[i] = quantity(command.lines().get(i), codes);
            }
        }
        String[][] ways = new String[steps.length][];
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                ways[i] = WalkWays.of(world, command.lines().get(i), codes);
            }
        }
        if (codes.isEmpty()) {
            order(command, codes);
        }
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                lot(command.lines().get(i), steps[i], ways[i], codes, made);
            }
        }
        if (codes.isEmpty()) {
            serials(command.lines(), ways, codes);
        }
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                ownerStatusAndUnits(command.lines().get(i), ways[i], codes);
            }
        }
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                locks(command.lines().get(i).item(), ways[i][0], ways[i][1], codes);
            }
        }
        if (codes.isEmpty()) {
            for (int i = 0; i < steps.length; i++) {
                moves.add(move(command.lines().get(i), ways[i], steps[i], made));
            }
        }
        return codes;
    }

    /** Production is of an order, and what is used up stands before what is made of it. */
    private static void order(Command command, Set<String> codes) {
        boolean made = false;
        for (Line line : command.lines()) {
            boolean makes = line.kind() == MovementKind.PRODUCE;
            boolean named = !command.text().isBlank() && command.text().strip().equals(command.text());
            if (!named && (makes || line.kind() == MovementKind.CONSUME)) {
                codes.add("ORDER_MISSING");
            } else if (made && line.kind() == MovementKind.CONSUME) {
                codes.add("COMPONENTS_COME_FIRST");
            }
            made |= makes;
        }
    }

    private static Move move(Line line, String[] way, long steps, Set<String> made) {
        made.add("unit " + line.fromUnit());
        made.add("unit " + line.toUnit());
        String arrives = line.toStatus().isEmpty() ? line.status() : line.toStatus();
        return new Move(new Key(line.item(), way[0], line.lot(), line.owner(), line.status(), line.fromUnit()),
            new Key(line.item(), way[1], line.lot(), line.owner(), arrives, line.toUnit()), steps);
    }

    private void item(Line line, Set<String> codes) {
        WalkWorld.Item item = world.items.get(line.item());
        if (item == null) {
            codes.add("UNKNOWN_ITEM");
        } else if (!item.active) {
            codes.add("ITEM_INACTIVE");
        }
    }

    private long quantity(Line line, Set<String> codes) {
        if (line.amount() == 0 || line.amount() < 0 && line.kind() != MovementKind.ADJUST) {
            codes.add("QUANTITY_NOT_POSITIVE");
            return 0;
        }
        return Math.abs(steps(world.items.get(line.item()), line.unit(), line.amount(), codes));
    }

    private void lot(Line line, long steps, String[] way, Set<String> codes, Set<String> made) {
        WalkWorld.Item item = world.items.get(line.item());
        String named = line.item() + '/' + line.lot();
        if (item.tracking == Tracking.NONE) {
            if (!line.lot().isEmpty()) {
                codes.add("NOT_TRACKED");
            }
        } else if (line.lot().isEmpty()) {
            codes.add(item.tracking == Tracking.LOT ? "LOT_MISSING" : "SERIAL_MISSING");
        } else if (item.tracking == Tracking.SERIAL && steps != 1) {
            codes.add("SERIAL_IS_ONE_PIECE");
        } else if (!lots.contains(named) && !made.contains("lot " + named)) {
            if (bringsIn(line, way)) {
                made.add("lot " + named);
            } else {
                codes.add("UNKNOWN_LOT");
            }
        }
    }

    private boolean bringsIn(Line line, String[] way) {
        return switch (line.kind()) {
            case RECEIPT, OPENING, RETURN_IN, PRODUCE -> true;
            case ADJUST -> world.places.get(way[1]).kept();
            default -> false;
        };
    }

    /** Follows each serial number through the lines: what comes in from outside must not lie anywhere. */
    private void serials(List<Line> lines, String[][] ways, Set<String> codes) {
        Map<String, Boolean> lies = new HashMap<>();
        for (int i = 0; i < ways.length; i++) {
            Line line = lines.get(i);
            if (world.items.get(line.item()).tracking == Tracking.SERIAL) {
                String serial = line.item() + '/' + line.lot();
                boolean here = lies.computeIfAbsent(serial, code -> lies(line.item(), line.lot()));
                if (here && !world.places.get(ways[i][0]).kept()) {
                    codes.add("SERIAL_ON_HAND_ALREADY");
                }
                lies.put(serial, world.places.get(ways[i][1]).kept());
            }
        }
    }

    private boolean lies(String item, String serial) {
        return balances.entrySet().stream().anyMatch(entry -> entry.getKey().item().equals(item)
            && entry.getKey().lot().equals(serial) && entry.getValue().onHand() > 0);
    }

    private void ownerStatusAndUnits(Line line, String[] way, Set<String> codes) {
        boolean makesUnit = bringsIn(line, way) || line.kind() == MovementKind.TRANSFER;
        if (line.owner().equals("NOBODY")) {
            codes.add("UNKNOWN_OWNER");
        } else if (!STATUSES.contains(line.status())
            || !line.toStatus().isEmpty() && !STATUSES.contains(line.toStatus())) {
            codes.add("UNKNOWN_STATUS");
        } else if (!units.contains(line.fromUnit()) || !makesUnit && !units.contains(line.toUnit())) {
            codes.add("UNKNOWN_HANDLING_UNIT");
        }
    }

    private void locks(String item, String from, String to, Set<String> codes) {
        if (world.items.get(item).locked) {
            codes.add("ITEM_LOCKED");
        } else if (world.locked(from) || world.locked(to)) {
            codes.add("LOCATION_LOCKED");
        }
    }

    /** A reversal of the posting with this key. */
    Answer reverse(String original, Command command, Instant now) {
        Posted posted = postings.get(original);
        if (posted == null) {
            return Answer.refused(Set.of("UNKNOWN_POSTING"));
        }
        Posted known = postings.get(command.key());
        if (known != null) {
            return known.command.equals(command) ? new Answer(Set.of(), true, 0)
                : Answer.refused(Set.of("KEY_REUSED_WITH_OTHER_CONTENT"));
        }
        Set<String> codes = new TreeSet<>();
        if (command.text().length() > 200) {
            codes.add("BAD_TEXT");
        }
        if (posted.reversed) {
            codes.add("REVERSED_ALREADY");
        } else if (posted.reversal) {
            codes.add("IS_A_REVERSAL");
        } else if (command.text().isEmpty()) {
            codes.add("REASON_MISSING");
        }
        if (codes.isEmpty() && comesBackTwice(posted.moves)) {
            codes.add("SERIAL_ON_HAND_ALREADY");
        }
        if (codes.isEmpty()) {
            posted.moves.forEach(move -> locks(move.to().item(), move.to().place(), move.from().place(), codes));
        }
        if (!codes.isEmpty()) {
            return Answer.refused(codes);
        }
        List<Move> moves = posted.moves.stream().map(move -> new Move(move.to(), move.from(), move.steps())).toList();
        Answer answer = write(command, moves, null, Set.of(), true, now);
        posted.reversed = answer.isDone();
        return answer;
    }

    /** Undoes the moves from the last to the first: a serial number that comes back must not lie anywhere then. */
    private boolean comesBackTwice(List<Move> moves) {
        Map<String, Boolean> lies = new HashMap<>();
        for (Move move : moves.reversed()) {
            String item = move.to().item();
            if (world.items.get(item).tracking == Tracking.SERIAL) {
                String serial = item + '/' + move.to().lot();
                boolean here = lies.computeIfAbsent(serial, code -> lies(item, move.to().lot()));
                if (here && kept(move.from()) && !kept(move.to())) {
                    return true;
                }
                lies.put(serial, kept(move.from()));
            }
        }
        return false;
    }

    /** Holds stock. */
    Answer hold(String key, Key balance, String unit, long amount, Instant expires, Instant now) {
        WalkWorld.Item item = world.items.get(balance.item());
        WalkWorld.Place place = world.places.get(balance.place());
        Set<String> codes = new TreeSet<>();
        long steps = item == null || amount <= 0 ? 0 : steps(item, unit, amount, codes);
        Held known = holds.get(key);
        if (known != null) {
            return known.balance.equals(balance) && known.steps == steps && codes.isEmpty()
                && java.util.Objects.equals(known.expires, expires) ? new Answer(Set.of(), true, 0)
                    : Answer.refused(Set.of("KEY_REUSED_WITH_OTHER_CONTENT"));
        }
        String code = expires != null && !expires.isAfter(now) ? "BAD_INSTANT"
            : item == null ? "UNKNOWN_ITEM" : !item.active ? "ITEM_INACTIVE"
                : amount <= 0 ? "QUANTITY_NOT_POSITIVE" : !codes.isEmpty() ? codes.iterator().next()
                    : place == null ? "UNKNOWN_LOCATION"
                        : !place.active ? "LOCATION_INACTIVE" : holdsStage(item, balance);
        if (code.isEmpty()) {
            locks(balance.item(), balance.place(), balance.place(), codes);
            code = codes.isEmpty() ? "" : codes.iterator().next();
        }
        if (code.isEmpty()) {
            boolean usable = balance.status().equals("AVAILABLE") && place.kind.isPickable();
            code = usable && level(balance).free() >= steps ? "" : "NOT_ENOUGH_FREE";
        }
        if (!code.isEmpty()) {
            return Answer.refused(Set.of(code));
        }
        reserve(balance, steps);
        holds.put(key, new Held(balance, steps, expires));
        return new Answer(Set.of(), false, 0);
    }

    private String holdsStage(WalkWorld.Item item, Key balance) {
        if (item.tracking == Tracking.NONE) {
            if (!balance.lot().isEmpty()) {
                return "NOT_TRACKED";
            }
        } else if (balance.lot().isEmpty()) {
            return item.tracking == Tracking.LOT ? "LOT_MISSING" : "SERIAL_MISSING";
        } else if (!lots.contains(balance.item() + '/' + balance.lot())) {
            return "UNKNOWN_LOT";
        }
        return balance.owner().equals("NOBODY") ? "UNKNOWN_OWNER"
            : STATUSES.contains(balance.status()) ? "" : "UNKNOWN_STATUS";
    }

    /** Gives back what a reservation holds. */
    Answer release(String key) {
        Held held = holds.get(key);
        if (held == null) {
            return Answer.refused(Set.of("UNKNOWN_RESERVATION"));
        }
        if (held.open == 0) {
            return Answer.refused(Set.of("RESERVATION_CLOSED"));
        }
        reserve(held.balance, -held.open);
        held.open = 0;
        return new Answer(Set.of(), false, 0);
    }

    /** Ends what is over. */
    void expire(Instant now) {
        for (Held held : holds.values()) {
            if (held.open > 0 && held.expires != null && !held.expires.isAfter(now)) {
                reserve(held.balance, -held.open);
                held.open = 0;
            }
        }
    }

    /** Whether something is negative, or promised twice, that the policies of now forbid. */
    boolean violated() {
        return balances.entrySet().stream().anyMatch(entry -> kept(entry.getKey())
            && world.policy(entry.getKey().item(), entry.getKey().place()) == NegativePolicy.BLOCK
            && (entry.getValue().onHand() < 0 || entry.getValue().reserved() > entry.getValue().onHand()));
    }

    /** What may be used of a balance. */
    long available(Key key) {
        Level level = level(key);
        boolean usable = key.status().equals("AVAILABLE") && world.places.get(key.place()).kind.isPickable()
            && !world.locked(key.place()) && !world.items.get(key.item()).locked;
        return !usable ? 0 : level.onHand() > 0 ? Math.max(0, level.free()) : level.free();
    }

}
