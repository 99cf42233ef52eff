package org.stockwright.valuation.internal.book;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.internal.book.Components.Node;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;

/**
 * The items that are to be valued and the production orders that are to be worked out, in an order in which each comes
 * after what it depends on: as long as nothing goes round in a circle, each comes once. What goes round in a circle is
 * handed out together, to be worked out at once; where that was done, or where only what is new is valued, the earliest
 * change comes first. Where there is no production nothing is read for it.
 */
final class Worklist {

    private final Transaction transaction;
    private final TreeMap<Long, Task> items = new TreeMap<>();
    private final TreeMap<String, Key> orders = new TreeMap<>();
    private final Map<Node, Integer> ranks = new HashMap<>();
    private final Set<Node> solved = new HashSet<>();
    private List<List<Node>> components = List.of();
    private boolean production;
    /** Whether anything is valued again that had a value. */
    private boolean late;
    /** No movement before this instant is concerned. */
    private long since = Long.MAX_VALUE;
    private long rankedSince = Long.MAX_VALUE;

    Worklist(Transaction transaction) {
        this.transaction = transaction;
    }

    /** An item that waits. */
    static final class Task {

        private final List<Event.Move> fresh;
        private Key since;
        private Key until;
        private boolean again;
        private boolean catalog;
        private boolean late;

        private Task(List<Event.Move> fresh, Key since, Key until) {
            this.fresh = fresh;
            this.since = since;
            this.until = until;
        }

        /** What was just appended, where nothing else has to be valued. */
        List<Event.Move> fresh() {
            return again ? List.of() : fresh;
        }

        /** Whether movements were just appended. */
        boolean posted() {
            return !fresh.isEmpty();
        }

        /** Whether the item's standard cost or category may have changed. */
        boolean fromCatalog() {
            return catalog;
        }

        /** From where on. */
        Key since() {
            return since;
        }

        /** At least so far. */
        Key until() {
            return until;
        }

        private boolean onlyGivesAway() {
            return !again && !late && !fresh.isEmpty()
                && fresh.stream().noneMatch(move -> move.kind() == MovementKind.PRODUCE);
        }

    }

    boolean isEmpty() {
        return items.isEmpty() && orders.isEmpty();
    }

    /** Whether production has anything to do with it. */
    boolean hasProduction() {
        return production;
    }

    /** Whether anything is valued again that had a value. */
    boolean isLate() {
        return late;
    }

    /** From now on the order of production counts. */
    void production() {
        production = true;
    }

    /**
     * Movements of an item that were just appended, by the order of time.
     *
     * @param last the last event of the item that has a value
     */
    void posted(long item, List<Event.Move> fresh, Key last) {
        Key first = fresh.get(0).key();
        Task task = new Task(fresh, first, fresh.get(fresh.size() - 1).key());
        task.late = !last.isBefore(first);
        late |= task.late;
        items.put(item, task);
        since = Math.min(since, first.effective());
    }

    /** An item whose values may be others from a key on, whatever movement they are about. */
    void changed(long item, Key key) {
        Task task = new Task(List.of(), key, key);
        task.catalog = true;
        late = true;
        items.put(item, task);
        since = Long.MIN_VALUE;
    }

    /** An item to which a production order gives something else. */
    void again(OrderRun.Again what) {
        Task task = items.computeIfAbsent(what.item(), item -> new Task(List.of(), what.key(), what.key()));
        boolean old = task.fresh.stream().noneMatch(move -> move.key().equals(what.key()));
        task.again |= old;
        late |= old;
        task.since = what.key().isBefore(task.since) ? what.key() : task.since;
        task.until = task.until.isBefore(what.key()) ? what.key() : task.until;
        since = Math.min(since, what.output());
    }

    /** A production order to which something else came at a key. */
    void order(String reference, Key key) {
        production = true;
        orders.merge(reference, key, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** What is next. */
    Node next() throws SQLException {
        if (!production) {
            return Node.of(items.firstKey());
        }
        for (Map.Entry<Long, Task> item : items.entrySet()) {
            // what was just posted and only gives away needs nothing of what was posted with it
            if (item.getValue().onlyGivesAway()) {
                return Node.of(item.getKey());
            }
        }
        List<Node> waiting = new ArrayList<>();
        orders.keySet().forEach(order -> waiting.add(Node.of(order)));
        items.keySet().forEach(item -> waiting.add(Node.of(item)));
        if (waiting.size() == 1 && !late) {
            return waiting.get(0);
        }
        rank(waiting);
        Node best = waiting.get(0);
        for (Node node : waiting) {
            int order = Integer.compare(ranks.get(best), ranks.get(node));
            if (order < 0 || order == 0 && comesBefore(node, best)) {
                best = node;
            }
        }
        return best;
    }

    private boolean comesBefore(Node node, Node other) {
        boolean item = node.item() != 0;
        // what is worked out is valued before it is looked at once more
        return solved.contains(node) && item != (other.item() != 0) ? item : key(node).isBefore(key(other));
    }

    /** The circle that a node is part of when it has to be worked out at once; empty for none. */
    List<Node> circle(Node node) {
        Integer rank = ranks.get(node);
        return !late || rank == null || components.get(rank).size() == 1 || solved.contains(node) ? List.of()
            : components.get(rank);
    }

    /** A circle was worked out. */
    void solved(List<Node> circle) {
        solved.addAll(circle);
    }

    private Key key(Node node) {
        return node.item() == 0 ? orders.get(node.order()) : items.get(node.item()).since();
    }

    /** Whoever can be reached has a lower rank than where one comes from; in a circle all have the same. */
    private void rank(List<Node> waiting) throws SQLException {
        if (rankedSince <= since && ranks.keySet().containsAll(waiting)) {
            return;
        }
        ranks.clear();
        rankedSince = since;
        components = Components.of(waiting, new ProductionGraph(transaction.connection(), since,
            transaction.dialect().withoutWaiting())::next);
        for (int i = 0; i < components.size(); i++) {
            for (Node node : components.get(i)) {
                ranks.put(node, i);
            }
        }
    }

    /** Takes an item off. */
    Task take(long item) {
        return items.remove(item);
    }

    /** Takes a production order off. */
    void take(String order) {
        orders.remove(order);
    }

}
