package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.PostingRequest;
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

    private record Locked(Transaction transaction, Map<Long, Head> heads, Orders orders) {
    }

    /** What the transaction of this thread is about to post. */
    private final ThreadLocal<Coming> coming = new ThreadLocal<>();
    /** Whether there are production orders, as far as this program knows; null while it has not looked. */
    private volatile Boolean producing;

    private record Coming(Transaction transaction, SortedSet<String> orders, AtomicLong since) {
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

    /** Notes what is about to be posted, so that what depends on it is locked with it. */
    void coming(Transaction transaction, PostingRequest request) {
        Coming known = coming.get();
        if (known == null || known.transaction() != transaction) {
            known = new Coming(transaction, new TreeSet<>(), new AtomicLong(Long.MAX_VALUE));
            coming.set(known);
        }
        long effective = Micros.of(request.effective());
        known.since().accumulateAndGet(effective, Math::min);
        if (request.lines().stream().anyMatch(line -> isProduction(line.kind()))) {
            known.orders().add(request.reference());
        }
    }

    private static boolean isProduction(MovementKind kind) {
        return kind == MovementKind.CONSUME || kind == MovementKind.PRODUCE;
    }

    /**
     * Locks the heads of items, by rising number, then production orders; to be called before their movements are
     * appended. Where something may have to be valued again, what is made of these items is locked too.
     */
    void lock(Transaction transaction, SortedSet<Long> items) throws SQLException {
        Coming what = coming.get();
        coming.remove();
        lock(transaction, items, what);
    }

    /** Locks the heads of items, and of what was made of them since an instant. */
    void lock(Transaction transaction, SortedSet<Long> items, long since) throws SQLException {
        lock(transaction, items, new Coming(transaction, new TreeSet<>(), new AtomicLong(since)));
    }

    private void lock(Transaction transaction, SortedSet<Long> items, Coming what) throws SQLException {
        SortedSet<Long> all = new TreeSet<>(items);
        SortedSet<String> references = new TreeSet<>();
        if (what != null && what.transaction() == transaction && isProducing(transaction, what)) {
            references.addAll(what.orders());
            downstream(transaction, what, all, references);
        }
        Map<Long, Head> heads = new Heads(transaction).lock(all);
        Orders orders = new Orders(transaction);
        for (String reference : references) {
            orders.number(reference);
        }
        locked.set(new Locked(transaction, heads, orders));
    }

    private boolean isProducing(Transaction transaction, Coming what) throws SQLException {
        if (!what.orders().isEmpty()) {
            producing = true;
        } else if (producing == null) {
            producing = Orders.any(transaction.connection());
        }
        return producing;
    }

    private void downstream(Transaction transaction, Coming what, SortedSet<Long> items, SortedSet<String> orders)
        throws SQLException {
        List<Components.Node> from = new ArrayList<>();
        items.stream().filter(item -> memory.isLate(item, what.since().get())).map(Components.Node::of)
            .forEach(from::add);
        orders.stream().map(Components.Node::of).forEach(from::add);
        if (from.isEmpty()) {
            return;
        }
        for (List<Components.Node> component : Components.of(from,
            new ProductionGraph(transaction.connection(), what.since().get(),
                transaction.dialect().withoutWaiting())::next)) {
            for (Components.Node node : component) {
                if (node.item() != 0) {
                    items.add(node.item());
                } else {
                    orders.add(node.order());
                }
            }
        }
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
        Locked before = locked(transaction, byItem);
        Batch batch = new Batch(transaction, rules, before.heads(), before.orders());
        for (Map.Entry<Long, List<Event.Move>> item : byItem.entrySet()) {
            item.getValue().sort(Comparator.comparing(Event.Move::key));
            batch.posted(item.getKey(), item.getValue());
        }
        batch.lookForProductionIfLate();
        return batch.run(Progress.NONE);
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

    private Locked locked(Transaction transaction, TreeMap<Long, ?> byItem) throws SQLException {
        Locked before = locked.get();
        locked.remove();
        return before != null && before.transaction() == transaction
            && before.heads().keySet().containsAll(byItem.keySet()) ? before
                : new Locked(transaction, new Heads(transaction).lock(new TreeSet<>(byItem.keySet())),
                    new Orders(transaction));
    }

    /** Values items anew from an instant on, since what their values depend on has changed. Locks their heads. */
    Result revalue(Transaction transaction, SortedSet<Long> items, Key since, Progress progress) throws SQLException {
        Batch batch = new Batch(transaction, index.current(transaction), new Heads(transaction).lock(items),
            new Orders(transaction));
        progress.begin("Valuing", items.size());
        batch.lookForProduction();
        for (long item : items) {
            batch.changed(item, since);
        }
        return batch.run(progress);
    }

    /** Works out a production order anew, and what depends on it. */
    Result order(Transaction transaction, String reference, Key key) throws SQLException {
        Batch batch = new Batch(transaction, index.current(transaction), Map.of(), new Orders(transaction));
        batch.order(reference, key);
        return batch.run(Progress.NONE);
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

    /** Several items, whose rows are written together, and whatever production makes depend on them. */
    private final class Batch {

        private final Transaction transaction;
        private final Rules rules;
        private final Orders orders;
        private final Worklist work;
        private final Map<Long, Head> locked;
        private final Map<Long, Head> valued = new TreeMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final List<Entry> unwritten = new ArrayList<>();
        private int replayed;

        Batch(Transaction transaction, Rules rules, Map<Long, Head> locked, Orders orders) {
            this.transaction = transaction;
            this.rules = rules;
            this.locked = new TreeMap<>(locked);
            this.orders = orders;
            this.work = new Worklist(transaction);
        }

        void posted(long item, List<Event.Move> fresh) {
            work.posted(item, fresh, locked.get(item).key());
            for (Event.Move move : fresh) {
                if (move.kind() == MovementKind.PRODUCE) {
                    work.order(move.reference(), move.key());
                } else if (move.kind() == MovementKind.CONSUME) {
                    work.production();
                }
            }
        }

        /** What is new is valued without looking; where something is valued again it goes in the order of production. */
        void lookForProductionIfLate() throws SQLException {
            if (work.isLate() && !work.hasProduction()) {
                lookForProduction();
            }
        }

        /** Where there is production its order counts. */
        void lookForProduction() throws SQLException {
            if (Orders.any(transaction.connection())) {
                work.production();
            }
        }

        void changed(long item, Key since) throws SQLException {
            if (!locked.get(item).isNew()) {
                new Heads(transaction).follow(item);
            }
            work.changed(item, since);
            if (work.hasProduction()) {
                sharesOf(item, since);
            }
        }

        /** What is made together shares by standard costs, which may have changed. */
        private void sharesOf(long item, Key since) throws SQLException {
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT DISTINCT o.reference "
                + "FROM order_share s JOIN production_order o ON o.id = s.order_id WHERE s.item_id = ? "
                + "AND s.effective_at >= ?")) {
                select.setLong(1, item);
                select.setLong(2, since.effective());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        work.order(row.getString(1), since);
                    }
                }
            }
        }

        void order(String reference, Key key) {
            work.order(reference, key);
        }

        Result run(Progress progress) throws SQLException {
            while (!work.isEmpty()) {
                progress.check();
                Components.Node next = work.next();
                List<Components.Node> circle = work.circle(next);
                if (!circle.isEmpty()) {
                    solve(circle);
                } else if (next.item() == 0) {
                    flush();
                    work.take(next.order());
                    OrderRun run = new OrderRun(transaction, rules, orders, next.order());
                    run.run();
                    run.again().forEach(work::again);
                    add(run.entries());
                } else {
                    value(next.item(), work.take(next.item()));
                    progress.worked(1);
                }
            }
            flush();
            new Heads(transaction).write(valued.values());
            return new Result(List.copyOf(entries), replayed, rules);
        }

        /** Works out what goes round in a circle event by event, so that each item is valued once afterwards. */
        private void solve(List<Components.Node> circle) throws SQLException {
            flush();
            SortedSet<Long> items = new TreeSet<>();
            List<OrderRun> runs = new ArrayList<>();
            for (Components.Node node : circle) {
                if (node.item() != 0) {
                    items.add(node.item());
                } else {
                    runs.add(new OrderRun(transaction, rules, orders, node.order()));
                }
            }
            for (long item : items) {
                head(item);
            }
            Simulation simulation = new Simulation(transaction, rules);
            for (OrderRun run : runs) {
                simulation.outside(run.outside(items));
            }
            simulation.circle(circle);
            for (OrderRun run : runs) {
                run.take(simulation.order(run.reference()));
                run.again().forEach(work::again);
            }
            work.solved(circle);
        }

        private void value(long item, Worklist.Task task) throws SQLException {
            Head head = head(item);
            boolean changed = task.posted() ? looksOtherwise(head) : task.fromCatalog();
            ItemRun run = new ItemRun(transaction, rules, head, memory, orders);
            valued.put(item, run.run(task.fresh(), task.since(), task.until(), changed));
            replayed += run.replayed();
            add(run.entries());
            for (Map.Entry<Long, Key> order : run.touched().entrySet()) {
                work.order(orders.reference(order.getKey()), order.getValue());
            }
            if (work.hasProduction()) {
                flush();
            }
        }

        private boolean looksOtherwise(Head head) throws SQLException {
            ItemMemory.Known known = memory.find(head.item(), head.stamp());
            boolean looked = known != null && known.catalog() == memory.catalog();
            return !head.isNew() && !looked && new Heads(transaction).follow(head.item());
        }

        private Head head(long item) throws SQLException {
            Head known = valued.getOrDefault(item, locked.get(item));
            if (known == null) {
                known = new Heads(transaction).lock(new TreeSet<>(Set.of(item))).get(item);
                locked.put(item, known);
            }
            return known;
        }

        private void add(List<Entry> made) {
            entries.addAll(made);
            unwritten.addAll(made);
        }

        /** What depends on these rows reads them. */
        private void flush() throws SQLException {
            new Entries(transaction).append(unwritten);
            unwritten.clear();
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
