package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
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
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Engine;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.History;
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
final class ItemRun implements History {

    private final Transaction transaction;
    private final Rules rules;
    private final Head head;
    private final ItemMemory memory;
    private final Events events;
    private final Checkpoints checkpoints;
    private final Entries entries;
    private final Engine engine;
    private final long catalog;
    private final Map<Long, Cost> issued = new HashMap<>();
    private final Map<Long, Cost> entered = new HashMap<>();
    private final List<Entry> made = new ArrayList<>();
    private ItemProfile profile;
    private Pools pools;
    /** From here on the journal is written anew; what this run says about it is not in the database. */
    private Key from = Events.END;
    private int replayed;

    ItemRun(Transaction transaction, Rules rules, Head head, ItemMemory memory) {
        this.transaction = transaction;
        this.rules = rules;
        this.head = head;
        this.memory = memory;
        this.events = new Events(transaction.connection(), rules, Micros.of(transaction.now()));
        this.checkpoints = new Checkpoints(transaction.connection());
        this.entries = new Entries(transaction);
        this.catalog = memory == null ? 0 : memory.catalog();
        this.engine = new Engine(rules.scale(), this, Watcher.NONE);
    }

    /** The rows of the journal that are to be written. */
    List<Entry> entries() {
        return made;
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
     * @param profileChanged whether this transaction changed the item's standard cost or category
     * @return where the item stands then
     */
    Head run(List<Event.Move> fresh, Key since, boolean profileChanged) throws SQLException {
        ItemMemory.Known known = memory.find(head.item(), head.stamp());
        profile = known != null && !profileChanged ? known.profile()
            : ItemProfile.read(transaction.connection(), head.item());
        pools = known != null ? Pools.known(transaction, head.item(), known.pools())
            : Pools.read(transaction, head.item());
        if (head.isNew()) {
            // whatever moved before valuation was there is valued with it
            return replay(Key.FIRST, fresh);
        }
        if (!head.key().isBefore(since)) {
            return replay(since, fresh);
        }
        return goOn(known != null ? known.state().copy() : stateAt(head.key()), fresh);
    }

    private Head goOn(ItemState state, List<Event.Move> fresh) throws SQLException {
        List<Event> all = news(fresh);
        from = all.isEmpty() ? Events.END : all.get(0).key();
        Key key = head.key();
        for (Event event : all) {
            for (Map.Entry<Entry.What, Booked> line : lines(event, engine.apply(state, event)).entrySet()) {
                made.add(new Entry(head.item(), line.getKey(), line.getValue().centre, line.getValue().amount, false));
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
            profile.changes(rules.policies(), head.key(), fresh.get(fresh.size() - 1).key()));
        all.addAll(fresh);
        if (all.size() > fresh.size()) {
            all.sort((one, other) -> one.key().compareTo(other.key()));
        }
        return all;
    }

    private Head stand(ItemState state, Key key, int since) throws SQLException {
        long stamp = transaction.nextId("valuation_seq");
        memory.keep(head.item(), new ItemMemory.Known(stamp, state, profile, pools.numbers(), catalog));
        return new Head(head.item(), stamp, key, state.quantity(), state.value().total(), since,
            profile.due(rules.policies(), key));
    }

    /** The state after an event, by the newest checkpoint before it. */
    ItemState stateAt(Key key) throws SQLException {
        if (profile == null) {
            profile = ItemProfile.read(transaction.connection(), head.item());
        }
        Optional<Checkpoints.Stored> base = checkpoints.before(head.item(), key);
        ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
        Key after = base.isPresent() ? base.get().key() : Key.FIRST;
        for (Event event : events.between(head.item(), profile, after, key)) {
            engine.apply(state, event);
        }
        return state;
    }

    private Head replay(Key since, List<Event.Move> fresh) throws SQLException {
        from = since;
        Optional<Checkpoints.Stored> base = head.isNew() ? Optional.empty()
            : checkpoints.before(head.item(), before(since));
        ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
        Key after = base.isPresent() ? base.get().key() : Key.FIRST;
        List<Key> later = head.isNew() ? List.of() : checkpoints.from(head.item(), since);
        Key mustReach = fresh.isEmpty() ? since : fresh.get(fresh.size() - 1).key();
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
            correct(now, since.isBefore(after) ? next(after) : since, until, changed);
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
            memory.keep(head.item(), new ItemMemory.Known(stamp, known.state(), profile, pools.numbers(), catalog));
        } else if (until.equals(head.key())) {
            memory.keep(head.item(), new ItemMemory.Known(stamp, state, profile, pools.numbers(), catalog));
        }
        return new Head(head.item(), stamp, head.key(), head.quantity(), head.amount(), head.sinceCheckpoint(),
            profile.due(rules.policies(), head.key()));
    }

    private static Key next(Key key) {
        return new Key(key.effective(), key.rank(), key.seq() + 1);
    }

    private static Key before(Key key) {
        return new Key(key.effective(), key.rank(), key.seq() - 1);
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
        for (Line line : lines) {
            PostingRules.Target debit = account(line.debit(), event.key());
            PostingRules.Target credit = account(line.credit(), event.key());
            Entry.What what = new Entry.What(event.key(), line.about(), line.kind(), debit.account(),
                credit.account(), pools.number(line.debit().pool()), pools.number(line.credit().pool()),
                PeriodicSides.of(line, rules.accounts(), event.key().effective()));
            Booked booked = result.computeIfAbsent(what, key -> new Booked(
                line.debit().pool() == null ? debit.costCentre() : credit.costCentre()));
            booked.amount = booked.amount.plus(line.amount());
            boolean own = event.key().rank() == Key.MOVEMENT && event.key().seq() == line.about();
            if (Entries.counts(line.kind(), own, false)) {
                issued.merge(line.about(), line.amount(), Cost::plus);
            }
            if (Entries.counts(line.kind(), own, true)) {
                entered.merge(line.about(), line.amount(), Cost::plus);
            }
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
            made.add(new Entry(head.item(), what, centre, amount, repriced));
            changed.add(what.about());
        }
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
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT e.effective_at, e.id FROM "
            + "cost_event e WHERE e.item_id = ? AND e.effective_at >= ? AND e.kind = 'LATE_COST'")) {
            select.setLong(1, head.item());
            select.setLong(2, until.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (until.isBefore(new Key(row.getLong(1), Key.COST, row.getLong(2)))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @Override
    public List<Original> originals(Event.Move move) {
        try {
            boolean comesBack = move.to().isStock();
            List<Original> result = new ArrayList<>();
            for (Original part : move.reverses() != 0 ? reversed(move) : onSamePaper(move, comesBack)) {
                Cost known = (comesBack ? issued : entered).getOrDefault(part.movement(), Cost.ZERO)
                    .plus(head.isNew() ? Cost.ZERO : entries.about(part.movement(), move.key(), from, !comesBack));
                result.add(new Original(part.movement(), part.quantity(), part.before(), part.part(), known));
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException("The movement that is brought back cannot be read", e);
        }
    }

    private List<Original> reversed(Event.Move move) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT seq, effective_at, quantity FROM movement WHERE seq = ?")) {
            select.setLong(1, move.reverses());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && new Key(row.getLong(2), Key.MOVEMENT, row.getLong(1)).isBefore(move.key())
                    ? List.of(new Original(row.getLong(1), row.getBigDecimal(3), BigDecimal.ZERO, move.quantity(),
                        Cost.ZERO))
                    : List.of();
            }
        }
    }

    private List<Original> onSamePaper(Event.Move move, boolean comesBack) throws SQLException {
        if (move.reference().isEmpty()) {
            return List.of();
        }
        PaperTrail trail = new PaperTrail();
        MovementKind delivery = comesBack ? MovementKind.ISSUE : MovementKind.RECEIPT;
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT m.seq, m.effective_at, "
            + "m.quantity, m.kind, m.reverses_seq FROM posting p JOIN movement m ON m.posting_id = p.id "
            + "JOIN balance b ON b.id = m.from_balance_id WHERE p.reference = ? AND m.item_id = ? "
            + "AND m.kind IN (?, ?) AND b.owner_id = 0 AND b.lot_id = ? ORDER BY m.effective_at, m.seq")) {
            select.setString(1, move.reference());
            select.setLong(2, head.item());
            select.setString(3, delivery.name());
            select.setString(4, move.kind().name());
            select.setLong(5, move.lot());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()
                    && new Key(row.getLong(2), Key.MOVEMENT, row.getLong(1)).isBefore(move.key())) {
                    if (row.getLong(5) != 0) {
                        trail.reversed(row.getLong(5), row.getBigDecimal(3));
                    } else if (row.getString(4).equals(delivery.name())) {
                        trail.delivered(row.getLong(1), row.getBigDecimal(3));
                    } else {
                        trail.returned(row.getLong(1), row.getBigDecimal(3));
                    }
                }
            }
        }
        return trail.parts(move.quantity());
    }

    @Override
    public List<Use> uses(Event.LateCost late) {
        try {
            Key receipt = receiptKey(late);
            Optional<Checkpoints.Stored> base = checkpointUnchangedBefore(receipt);
            ItemState state = base.isPresent() ? StateBytes.read(base.get().state()) : profile.begin(rules.policies());
            List<Use> result = new ArrayList<>();
            Engine follower = new Engine(rules.scale(), this, new Watcher() {
                @Override
                public void used(long origin, long movement, BigDecimal quantity, Side to) {
                    if (origin == late.receipt()) {
                        result.add(new Use(movement, quantity, to));
                    }
                }
            });
            for (Event event : events.between(head.item(), profile, base.isPresent() ? base.get().key() : Key.FIRST,
                before(late.key()))) {
                follower.apply(state, event);
            }
            return result;
        } catch (SQLException e) {
            throw new StoreException("Where the goods went cannot be read", e);
        }
    }

    private Optional<Checkpoints.Stored> checkpointUnchangedBefore(Key receipt) throws SQLException {
        Key key = from.isBefore(receipt) ? from : receipt;
        return head.isNew() ? Optional.empty() : checkpoints.before(head.item(), before(key));
    }

    private Key receiptKey(Event.LateCost late) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT effective_at FROM movement WHERE seq = ?")) {
            select.setLong(1, late.receipt());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Key(row.getLong(1), Key.MOVEMENT, late.receipt());
            }
        }
    }

}
