package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.ledger.spi.PostedMovement;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;

/** Values items inside a transaction. Thread-safe; shared inside this bundle. */
@Component(service = Valuer.class)
public final class Valuer {

    private final RulesIndex index;
    private final ItemMemory memory;
    /** What the transaction of this thread locked before it appended its movements. */
    private final ThreadLocal<Locked> locked = new ThreadLocal<>();

    private record Locked(Transaction transaction, Map<Long, Head> heads) {
    }

    /** Lives as long as the open book. */
    @Activate
    public Valuer(@Reference RulesIndex index, @Reference ItemMemory memory) {
        this.index = index;
        this.memory = memory;
    }

    /** What all values depend on. */
    RulesIndex rules() {
        return index;
    }

    /** Locks the heads of items, by rising number; to be called before their movements are appended. */
    void lock(Transaction transaction, SortedSet<Long> items) throws SQLException {
        locked.set(new Locked(transaction, new Heads(transaction).lock(items)));
    }

    /**
     * What valuing did.
     *
     * @param entries the rows of the journal
     * @param replayed how many events that had a value were valued again
     * @param rules by which
     */
    record Result(List<Entry> entries, int replayed, Rules rules) {
    }

    /** Values movements that were just appended; the heads of their items are locked. */
    Result posted(Transaction transaction, List<PostedMovement> movements) throws SQLException {
        // read after the heads were locked: whoever changes rules locks those first
        Rules rules = rulesOf(transaction, movements);
        TreeMap<Long, List<Event.Move>> byItem = new TreeMap<>();
        for (PostedMovement movement : movements) {
            if (movement.owner().equals(PartnerId.SELF)
                && (movement.from().kind().isKept() || movement.to().kind().isKept())) {
                byItem.computeIfAbsent(movement.item().value(), item -> new ArrayList<>())
                    .add(Events.of(movement, rules, transaction.connection()));
            }
        }
        if (byItem.isEmpty()) {
            return new Result(List.of(), 0, rules);
        }
        Map<Long, Head> heads = lockedHeads(transaction, byItem);
        Batch batch = new Batch(transaction, rules);
        for (Map.Entry<Long, List<Event.Move>> item : byItem.entrySet()) {
            List<Event.Move> fresh = item.getValue();
            fresh.sort(Comparator.comparing(Event.Move::key));
            batch.value(heads.get(item.getKey()), fresh, fresh.get(0).key());
        }
        return batch.write();
    }

    private Rules rulesOf(Transaction transaction, List<PostedMovement> movements) throws SQLException {
        Rules rules = index.current(transaction);
        for (PostedMovement movement : movements) {
            if (!rules.places().knows(movement.from().location().value())
                || !rules.places().knows(movement.to().location().value())) {
                return index.anew(transaction);
            }
        }
        return rules;
    }

    private Map<Long, Head> lockedHeads(Transaction transaction, TreeMap<Long, ?> byItem) throws SQLException {
        Locked before = locked.get();
        locked.remove();
        return before != null && before.transaction() == transaction
            && before.heads().keySet().containsAll(byItem.keySet())
                ? before.heads() : new Heads(transaction).lock(new TreeSet<>(byItem.keySet()));
    }

    /** Values items anew from an instant on, since what their values depend on has changed. Locks their heads. */
    Result revalue(Transaction transaction, SortedSet<Long> items, Key since, Progress progress) throws SQLException {
        Map<Long, Head> heads = new Heads(transaction).lock(items);
        Batch batch = new Batch(transaction, index.current(transaction));
        progress.begin("Valuing", items.size());
        for (long item : items) {
            progress.check();
            if (!heads.get(item).isNew()) {
                new Heads(transaction).follow(item);
            }
            batch.changed(heads.get(item), since);
            progress.worked(1);
        }
        return batch.write();
    }

    /** Values items anew, each from an instant of its own on. */
    void revalue(Transaction transaction, SortedMap<Long, Long> since, Progress progress) throws SQLException {
        progress.begin("Valuing", since.size());
        for (Map.Entry<Long, Long> item : since.entrySet()) {
            progress.check();
            revalue(transaction, new TreeSet<>(List.of(item.getKey())), new Key(item.getValue(), Key.CHANGE, 0),
                Progress.NONE);
            progress.worked(1);
        }
    }

    /** The items of which a change of a policy or standard cost is due and not applied yet. */
    static SortedSet<Long> due(Transaction transaction) throws SQLException {
        SortedSet<Long> items = new TreeSet<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT item_id FROM cost_head WHERE due_at <= ? AND stamp <> 0")) {
            select.setLong(1, Micros.of(transaction.now()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(row.getLong(1));
                }
            }
        }
        return items;
    }

    /** Applies changes of policies and standard costs that are due, and values nothing else. */
    void applyDue(Transaction transaction, SortedSet<Long> items) throws SQLException {
        if (!items.isEmpty()) {
            revalue(transaction, items, new Key(Micros.of(transaction.now()), Key.CHANGE, Long.MAX_VALUE),
                Progress.NONE);
            transaction.changes(Topic.STOCK);
        }
    }

    /** Several items, whose rows are written together. */
    private final class Batch {

        private final Transaction transaction;
        private final Rules rules;
        private final List<Head> heads = new ArrayList<>();
        private final List<Entry> entries = new ArrayList<>();
        private int replayed;

        Batch(Transaction transaction, Rules rules) {
            this.transaction = transaction;
            this.rules = rules;
        }

        void value(Head head, List<Event.Move> fresh, Key since) throws SQLException {
            ItemMemory.Known known = memory.find(head.item(), head.stamp());
            boolean looked = known != null && known.catalog() == memory.catalog();
            boolean changed = !head.isNew() && !looked && new Heads(transaction).follow(head.item());
            add(new ItemRun(transaction, rules, head, memory), fresh, since, changed);
        }

        void changed(Head head, Key since) throws SQLException {
            add(new ItemRun(transaction, rules, head, memory), List.of(), since, true);
        }

        private void add(ItemRun run, List<Event.Move> fresh, Key since, boolean changed) throws SQLException {
            heads.add(run.run(fresh, since, changed));
            entries.addAll(run.entries());
            replayed += run.replayed();
        }

        Result write() throws SQLException {
            new Entries(transaction).append(entries);
            new Heads(transaction).write(heads);
            return new Result(List.copyOf(entries), replayed, rules);
        }

    }

    /** The items that have movements, or a head. */
    static SortedSet<Long> moved(Connection connection) throws SQLException {
        SortedSet<Long> items = new TreeSet<>();
        try (
            PreparedStatement select = connection.prepareStatement("SELECT DISTINCT item_id FROM balance");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                items.add(row.getLong(1));
            }
        }
        return items;
    }

}
