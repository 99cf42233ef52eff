package org.stockwright.valuation.internal.book;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Engine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Side;
import org.stockwright.valuation.internal.engine.StateBytes;
import org.stockwright.valuation.internal.engine.Watcher;

/**
 * Values one item inside one transaction, which has locked its head: what is new goes on from the last state; what comes
 * before the last event is valued from the checkpoint before it, until a later checkpoint turns out to be right.
 */
final class ItemRun {

    private final Transaction transaction;
    private final Rules rules;
    private final Head head;
    private final ItemMemory memory;
    private final Orders orders;
    private final Events events;
    private final Checkpoints checkpoints;
    private final Entries entries;
    private final Engine engine;
    private final BookedHistory history;
    private final long catalog;
    private final List<Entry> made = new ArrayList<>();
    /** What production orders made: it takes from them and brings them nothing. */
    private final Set<Long> outputs = new HashSet<>();
    private ItemProfile profile;
    private Pools pools;
    private int replayed;

    /**
     * An item in a transaction.
     *
     * @param orders the production orders that the transaction has to do with; null where it only reads, and has not locked
     *            the head
     */
    ItemRun(Transaction transaction, Rules rules, Head head, ItemMemory memory, Orders orders) {
        this.transaction = transaction;
        this.rules = rules;
        this.head = head;
        this.memory = memory;
        this.orders = orders;
        this.events = new Events(transaction.connection(), rules, Micros.of(transaction.now()),
            orders == null ? "" : transaction.dialect().withoutWaiting());
        this.checkpoints = new Checkpoints(transaction.connection());
        this.entries = new Entries(transaction);
        this.catalog = memory == null ? 0 : memory.catalog();
        this.history = new BookedHistory(transaction, rules, head, events);
        this.engine = new Engine(rules.scale(), history, Watcher.NONE);
    }

    /** The rows of the journal that are to be written. */
    List<Entry> entries() {
        return made;
    }

    /** The production orders to which something else comes than was booked, each with the earliest event. */
    Map<Long, Key> touched() {
        Map<Long, Key> result = new TreeMap<>();
        for (Entry entry : made) {
            Entry.What what = entry.what();
            if (what.debitOrder() != 0) {
                result.merge(what.debitOrder(), what.source(), (one, other) -> one.isBefore(other) ? one : other);
            }
            if (what.creditOrder() != 0 && what.source().rank() == Key.MOVEMENT
                && !outputs.contains(what.source().seq())) {
                result.merge(what.creditOrder(), what.source(), (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        return result;
    }

    /** How many events were valued, besides those that are new. */
    int replayed() {
        return replayed;
    }

    /**
     * Values events that are stored and not valued yet.
     *
     * @param fresh in the order of time; empty when only a policy or cost changed
     * @param since the first instant at which something may have changed
     * @param until the last one at which something did
     * @param profileChanged whether this transaction changed the item's standard cost or category
     * @return where the item stands then
     */
    Head run(List<Event.Move> fresh, Key since, Key until, boolean profileChanged) throws SQLException {
        ItemMemory.Known known = memory.find(head.item(), head.stamp());
        take(known != null && !profileChanged ? known.profile()
            : ItemProfile.read(transaction.connection(), head.item()));
        pools = known != null ? Pools.known(transaction, head.item(), known.pools())
            : Pools.read(transaction, head.item());
        if (head.isNew()) {
            // whatever moved before valuation was there is valued with it
            return replay(Key.FIRST, until);
        }
        if (!head.key().isBefore(since)) {
            return replay(since, until);
        }
        return goOn(known != null ? known.state().copy() : stateAt(head.key()), fresh);
    }

    private void take(ItemProfile known) {
        profile = known;
        history.take(known);
    }

    private Head goOn(ItemState state, List<Event.Move> fresh) throws SQLException {
        List<Event> all = news(fresh);
        history.writtenFrom(all.isEmpty() ? Events.END : all.get(0).key());
        Key key = head.key();
        for (Event event : all) {
            for (Map.Entry<Entry.What, Booked> line : lines(event, engine.apply(state, event)).entrySet()) {
                made.add(entry(line.getKey(), line.getValue().centre, line.getValue().amount, false));
            }
            key = event.key();
        }
        int since = head.sinceCheckpoint() + all.size();
        if (since >= Checkpoints.APART && since >= state.layerCount()) {
            checkpoints.add(head.item(), key, StateBytes.of(state));
            since = 0;
        }
        return stand(state, key, since);
    }

    /** What comes after the last event: the fresh movements with the changes before them, or whatever is stored. */
    private List<Event> news(List<Event.Move> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return events.between(head.item(), profile, head.key(), Events.END);
        }
        List<Event> all = new ArrayList<>(
            profile.changes(rules, head.key(), fresh.get(fresh.size() - 1).key()));
        all.addAll(fresh);
        if (all.size() > fresh.size()) {
            all.sort((one, other) -> one.key().compareTo(other.key()));
        }
        events.made(head.item(), all);
        return all;
    }

    private Head stand(ItemState state, Key key, int since) throws SQLException {
        long stamp = transaction.nextId("valuation_seq");
        memory.keep(head.item(), new ItemMemory.Known(stamp, key, state, profile, pools.numbers(), catalog));
        return new Head(head.item(), stamp, key, state.quantity(), state.value().total(), since,
            profile.due(rules, key));
    }

    /** The state after an event, by the newest checkpoint before it. */
    ItemState stateAt(Key key) throws SQLException {
        if (profile == null) {
            take(ItemProfile.read(transaction.connection(), head.item()));
        }
        Optional<Checkpoints.Stored> base = checkpoints.before(head.item(), key);
        ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
        Key after = base.isPresent() ? base.get().key() : Key.FIRST;
        for (Event event : events.between(head.item(), profile, after, key)) {
            engine.apply(state, event);
        }
        return state;
    }

    private Head replay(Key since, Key mustReach) throws SQLException {
        history.writtenFrom(since);
        Optional<Checkpoints.Stored> base = head.isNew() ? Optional.empty()
            : checkpoints.before(head.item(), since.justBefore());
        ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
        Key after = base.isPresent() ? base.get().key() : Key.FIRST;
        List<Key> later = head.isNew() ? List.of() : checkpoints.from(head.item(), since);
        Set<Long> changed = new HashSet<>();
        int counted = 0;
        Key last = after;
        for (int i = 0; i <= later.size(); i++) {
            Key until = i < later.size() ? later.get(i) : Events.END;
            Map<Entry.What, Booked> now = new LinkedHashMap<>();
            List<Event> segment = events.between(head.item(), profile, after, until);
            int parts = 0;
            for (Event event : segment) {
                List<Line> lines = engine.apply(state, event);
                parts++;
                if (!event.key().isBefore(since)) {
                    now.putAll(lines(event, lines));
                    replayed++;
                    if (event instanceof Event.LateCost late && !late.order().isEmpty()) {
                        // a reversal gives back to production what it passed on
                        changed.add(late.receipt());
                    }
                }
                last = event.key();
                counted = parts;
                if (parts >= 2 * Checkpoints.APART && parts >= state.layerCount() && !last.equals(until)
                    && !last.isBefore(since)) {
                    checkpoints.add(head.item(), last, StateBytes.of(state));
                    parts = 0;
                    counted = 0;
                }
            }
            correct(now, since.isBefore(after) ? after.justAfter() : since, until, changed);
            if (i < later.size()) {
                byte[] bytes = StateBytes.of(state);
                if (Arrays.equals(bytes, checkpoints.state(head.item(), until))) {
                    if (!until.isBefore(mustReach) && isSettled(until, changed)) {
                        return settled(state, until);
                    }
                } else {
                    checkpoints.replace(head.item(), until, bytes);
                }
                counted = 0;
            }
            after = until;
        }
        return stand(state, head.isNew() || head.key().isBefore(last) ? last : head.key(), counted);
    }

    /** Everything later is as it was: only the stamp is new. */
    private Head settled(ItemState state, Key until) throws SQLException {
        ItemMemory.Known known = memory.find(head.item(), head.stamp());
        long stamp = transaction.nextId("valuation_seq");
        if (known != null) {
            memory.keep(head.item(),
                new ItemMemory.Known(stamp, head.key(), known.state(), profile, pools.numbers(), catalog));
        } else if (until.equals(head.key())) {
            memory.keep(head.item(), new ItemMemory.Known(stamp, head.key(), state, profile, pools.numbers(), catalog));
        }
        return new Head(head.item(), stamp, head.key(), head.quantity(), head.amount(), head.sinceCheckpoint(),
            profile.due(rules, head.key()));
    }

    /** A side's amount, with its cost centre. */
    private static final class Booked {

        private final String centre;
        private Cost amount = Cost.ZERO;

        Booked(String centre) {
            this.centre = centre;
        }

    }

    private Map<Entry.What, Booked> lines(Event event, List<Line> lines) throws SQLException {
        Map<Entry.What, Booked> result = new LinkedHashMap<>();
        if (event instanceof Event.Move move && move.kind() == MovementKind.PRODUCE && move.reverses() == 0) {
            outputs.add(move.key().seq());
        }
        for (Line line : lines) {
            PostingRules.Target debit = account(line.debit(), event.key());
            PostingRules.Target credit = account(line.credit(), event.key());
            Entry.What what = new Entry.What(event.key(), line.about(), line.kind(), debit.account(),
                credit.account(), pools.number(line.debit().pool()), pools.number(line.credit().pool()),
                orders.number(line.debit().order()), orders.number(line.credit().order()),
                PeriodicSides.of(line, rules.accounts(), event.key().effective()));
            Booked booked = result.computeIfAbsent(what, key -> new Booked(
                line.debit().pool() == null ? debit.costCentre() : credit.costCentre()));
            booked.amount = booked.amount.plus(line.amount());
            history.note(event, line);
        }
        return result;
    }

    private PostingRules.Target account(Side side, Key key) {
        return rules.accounts().of(side, key.effective());
    }

    /** Books the difference between what these events moved and what is booked of them. */
    private void correct(Map<Entry.What, Booked> now, Key first, Key until, Set<Long> changed) throws SQLException {
        Map<Entry.What, Cost> before = head.isNew() ? new HashMap<>() : entries.booked(head.item(), first, until);
        for (Map.Entry<Entry.What, Booked> line : now.entrySet()) {
            Cost booked = before.remove(line.getKey());
            boolean repriced = booked != null;
            add(line.getKey(), line.getValue().centre,
                line.getValue().amount.minus(repriced ? booked : Cost.ZERO), repriced, changed);
        }
        for (Map.Entry<Entry.What, Cost> gone : sorted(before).entrySet()) {
            add(gone.getKey(), "", gone.getValue().negate(), true, changed);
        }
    }

    private static Map<Entry.What, Cost> sorted(Map<Entry.What, Cost> before) {
        Map<Entry.What, Cost> result = new TreeMap<>((one, other) -> {
            int order = one.source().compareTo(other.source());
            return order != 0 ? order : one.toString().compareTo(other.toString());
        });
        result.putAll(before);
        return result;
    }

    private void add(Entry.What what, String centre, Cost amount, boolean repriced, Set<Long> changed) {
        if (!amount.isZero()) {
            made.add(entry(what, centre, amount, repriced));
            changed.add(what.about());
        }
    }

    private Entry entry(Entry.What what, String centre, Cost amount, boolean repriced) {
        return new Entry(head.item(), what, centre, amount, pools.stockChange(what, amount.total()), repriced);
    }

    /** Whether nothing after a key depends on movements whose value changed: no return, reversal or late cost. */
    private boolean isSettled(Key until, Set<Long> changed) throws SQLException {
        if (changed.isEmpty()) {
            return true;
        }
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT m.effective_at, m.seq, "
            + "m.reverses_seq FROM movement m WHERE m.item_id = ? AND m.effective_at >= ? "
            + "AND (m.reverses_seq IS NOT NULL OR m.kind IN ('RETURN_IN', 'RETURN_OUT'))")) {
            select.setLong(1, head.item());
            select.setLong(2, until.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long reverses = row.getLong(3);
                    if (until.isBefore(new Key(row.getLong(1), Key.MOVEMENT, row.getLong(2)))
                        && (reverses == 0 || changed.contains(reverses))) {
                        return false;
                    }
                }
            }
        }
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT e.effective_at, e.id, 2 FROM "
            + "cost_event e WHERE e.item_id = ? AND e.effective_at >= ? AND e.kind = 'LATE_COST' UNION ALL "
            + "SELECT l.effective_at, l.id, 3 FROM order_late l WHERE l.item_id = ? AND l.effective_at >= ?")) {
            select.setLong(1, head.item());
            select.setLong(2, until.effective());
            select.setLong(3, head.item());
            select.setLong(4, until.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (until.isBefore(new Key(row.getLong(1), row.getInt(3), row.getLong(2)))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

}
