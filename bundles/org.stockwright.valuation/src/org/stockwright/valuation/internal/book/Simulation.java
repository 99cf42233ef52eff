package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.internal.book.Components.Node;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.ItemState;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;
import org.stockwright.valuation.internal.engine.Watcher;

/**
 * Values items from their first event on, in memory, with everything that they are made of: to prove what is booked, to
 * answer what would be by another method, and what was known at some instant. Knows nothing of what is booked. Items and
 * production orders are taken in the order in which cost goes from one to the next; those that go round in a circle are
 * taken together, event by event. Used once.
 */
final class Simulation {

    private static final String PRODUCTION = "SELECT DISTINCT m.item_id, p.reference, m.kind, "
        + "CASE WHEN m.reverses_seq IS NULL THEN 0 ELSE 1 END FROM movement m JOIN posting p "
        + "ON p.id = m.posting_id WHERE m.kind IN ('CONSUME', 'PRODUCE')";

    /** So many items are looked at one by one; for more the movements are read once. */
    private static final int FEW = 100;

    private final Connection connection;
    private final Rules rules;
    private final Events events;
    private final long knownUntil;
    private final String ending;
    private final Key until;
    private final Optional<CostMethod> method;
    private final Map<String, OrderFacts> facts = new HashMap<>();
    private final Map<String, OrderFlow> flows = new HashMap<>();
    private final Map<String, List<OrderFlow.Collected>> waiting = new HashMap<>();
    private final Map<Long, List<Event>> passedOn = new HashMap<>();
    private final Map<Long, Watcher> watchers = new HashMap<>();
    private final Map<Long, Class<? extends Event>> leftOut = new HashMap<>();
    private final Set<String> inCircle = new HashSet<>();
    private long passed;

    /** Of a circle of items and orders, while all else is as it is stored. */
    Simulation(Transaction transaction, Rules rules) {
        this.connection = transaction.connection();
        this.rules = rules;
        this.knownUntil = Long.MAX_VALUE;
        this.ending = transaction.dialect().withoutWaiting();
        this.events = new Events(connection, rules, Micros.of(transaction.now()), ending);
        this.until = Events.END;
        this.method = Optional.empty();
    }

    /**
     * Of a book as its rules are.
     *
     * @param now the instant now, in microseconds
     * @param knownUntil only what was recorded until then counts
     * @param until the last event that counts
     * @param method as if cost had always flowed so; empty for how it did
     */
    Simulation(Connection connection, Rules rules, long now, long knownUntil, Key until, Optional<CostMethod> method) {
        this.connection = connection;
        this.rules = rules;
        this.knownUntil = knownUntil;
        this.ending = "";
        this.events = new Events(connection, rules, now, knownUntil);
        this.until = until;
        this.method = method;
    }

    /** Hears of the lines of each event. */
    interface Listener {

        /** Hears nothing. */
        Listener NONE = (item, event, lines) -> {};

        void lines(long item, Event event, List<Line> lines) throws SQLException;

    }

    /** Hears where an item stands in the end. */
    interface Done {

        void item(long item, ItemState state) throws SQLException;

    }

    /** Hears where the goods of an item go. */
    Simulation watching(long item, Watcher watcher) {
        watchers.put(item, watcher);
        return this;
    }

    /** As if no event of this kind had been of an item. */
    Simulation leavingOut(long item, Class<? extends Event> kind) {
        leftOut.put(item, kind);
        return this;
    }

    /** Where one item stands in the end. */
    ItemState state(long item, Listener listener) throws SQLException {
        ItemState[] result = new ItemState[1];
        some(List.of(item), listener, (one, state) -> result[0] = state, Progress.NONE);
        return result[0];
    }

    /** Where some items stand in the end. */
    void some(Collection<Long> items, Listener listener, Done done, Progress progress) throws SQLException {
        Map<Long, List<String>> makers = new HashMap<>();
        ProductionGraph graph = new ProductionGraph(connection, Long.MIN_VALUE, ending);
        if (items.size() > FEW) {
            production(makers);
        }
        run(items.stream().map(Node::of).toList(),
            item -> items.size() > FEW ? makers.getOrDefault(item, List.of()) : graph.madeBy(item), listener, done,
            progress);
    }

    /** Where all items stand in the end, and all production orders. */
    void all(Collection<Long> items, Listener listener, Done done, Progress progress) throws SQLException {
        Map<Long, List<String>> makers = new HashMap<>();
        Set<Node> nodes = new LinkedHashSet<>(items.stream().map(Node::of).toList());
        production(makers).forEach(order -> nodes.add(Node.of(order)));
        run(nodes, item -> makers.getOrDefault(item, List.of()), listener, done, progress);
    }

    /** Finds the orders that made each item, and answers all orders. */
    private Set<String> production(Map<Long, List<String>> makers) throws SQLException {
        Set<String> orders = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(PRODUCTION);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                orders.add(row.getString(2));
                if (row.getString(3).equals("PRODUCE") && row.getInt(4) == 0) {
                    makers.computeIfAbsent(row.getLong(1), item -> new ArrayList<>()).add(row.getString(2));
                }
            }
        }
        return orders;
    }

    /** What comes to an order of the circle from outside of it. */
    void outside(List<OrderFlow.Collected> costs) {
        costs.forEach(cost -> waiting.computeIfAbsent(cost.order(), order -> new ArrayList<>()).add(cost));
    }

    /** Follows a circle. */
    void circle(List<Node> circle) throws SQLException {
        circle.forEach(node -> inCircle.add(node.order()));
        new Group(circle, Listener.NONE, Set.of()).run((item, state) -> {});
    }

    /** An order that was followed. */
    OrderFlow order(String reference) {
        return flows.get(reference);
    }

    /** The orders that were followed, with what they hold. */
    Collection<OrderFlow> orders() {
        return flows.values();
    }

    private interface Makers {

        List<String> of(long item) throws SQLException;

    }

    private void run(Collection<Node> nodes, Makers makers, Listener listener, Done done, Progress progress)
        throws SQLException {
        Set<Long> wanted = new HashSet<>();
        nodes.stream().filter(node -> node.item() != 0).forEach(node -> wanted.add(node.item()));
        List<List<Node>> components = Components.of(nodes,
            node -> node.item() != 0 ? makers.of(node.item()).stream().map(Node::of).toList()
                : facts(node.order()).usedItems().stream().map(Node::of).toList());
        for (List<Node> component : components) {
            progress.check();
            new Group(component, listener, wanted).run(done);
            progress.worked((int) component.stream().filter(node -> wanted.contains(node.item())).count());
        }
    }

    private OrderFacts facts(String order) throws SQLException {
        OrderFacts known = facts.get(order);
        if (known == null) {
            known = OrderFacts.read(connection, order, rules.scale(), knownUntil, ending);
            facts.put(order, known);
        }
        return known;
    }

    /** What happens at one key. */
    private record Due(Key key, int turn, Action action) implements Comparable<Due> {

        private static final Comparator<Due> ORDER = Comparator.comparing(Due::key).thenComparingInt(Due::turn);

        @Override
        public int compareTo(Due other) {
            return ORDER.compare(this, other);
        }

    }

    private interface Action {

        void run() throws SQLException;

    }

    /** Items and orders that depend on each other; almost always it is one. */
    private final class Group {

        private static final int ORDERS_FIRST = 0;
        private static final int THEN_COSTS = 1;
        private static final int THEN_ITEMS = 2;

        private final Map<Long, Replay> items = new HashMap<>();
        private final Map<String, OrderFlow> running = new HashMap<>();
        private final PriorityQueue<Due> due = new PriorityQueue<>();
        private final Listener listener;
        private final Set<Long> wanted;
        private final List<Node> nodes;

        Group(List<Node> nodes, Listener listener, Set<Long> wanted) {
            this.nodes = nodes;
            this.listener = listener;
            this.wanted = wanted;
        }

        void run(Done done) throws SQLException {
            for (Node node : nodes) {
                if (node.item() == 0) {
                    order(node.order());
                } else {
                    item(node.item());
                }
            }
            while (!due.isEmpty()) {
                due.poll().action().run();
            }
            for (Map.Entry<Long, Replay> item : items.entrySet()) {
                if (wanted.contains(item.getKey())) {
                    done.item(item.getKey(), item.getValue().state());
                }
            }
        }

        private void order(String order) throws SQLException {
            OrderFlow flow = new OrderFlow(facts(order), rules.scale());
            flows.put(order, flow);
            running.put(order, flow);
            for (OrderFacts.Step step : flow.facts().steps()) {
                if (!until.isBefore(step.key())) {
                    due.add(new Due(step.key(), ORDERS_FIRST, () -> flow.pass(step)));
                }
            }
            List<OrderFlow.Collected> before = waiting.remove(order);
            for (OrderFlow.Collected cost : before == null ? List.<OrderFlow.Collected>of() : before) {
                due.add(new Due(cost.at(), THEN_COSTS, () -> collect(flow, cost)));
            }
        }

        private void item(long item) throws SQLException {
            ItemProfile profile = ItemProfile.read(connection, item);
            ItemState begin = profile.begin(rules.policies());
            Replay replay = new Replay(rules.scale(), method.isEmpty() ? begin
                : new ItemState(method.get(), begin.standard(), begin.category()),
                watchers.getOrDefault(item, Watcher.NONE));
            items.put(item, replay);
            List<Event> all = events.between(item, profile, Key.FIRST, until);
            List<Event> fromOrders = passedOn.remove(item);
            // what the circle passes on is worked out here
            all.removeIf(event -> event instanceof Event.LateCost late && !late.order().isEmpty()
                && inCircle.contains(late.order()));
            if (fromOrders != null) {
                all.addAll(fromOrders);
                all.sort(Comparator.comparing(Event::key));
            }
            if (nodes.size() > 1) {
                all.forEach(event -> due.add(happening(item, replay, event)));
                return;
            }
            for (Event event : all) {
                happen(item, replay, event);
            }
        }

        private Due happening(long item, Replay replay, Event event) {
            return new Due(event.key(), THEN_ITEMS, () -> happen(item, replay, event));
        }

        private void happen(long item, Replay replay, Event event) throws SQLException {
            if (event.getClass() == leftOut.get(item)) {
                return;
            }
            Event applied = event;
            if (event instanceof Event.Change change && method.isPresent()) {
                applied = new Event.Change(change.key(), null, change.standard(), change.category());
            } else if (event instanceof Event.Move move && move.takesFromOrder()) {
                OrderFlow flow = flows.get(move.reference());
                applied = flow == null ? move : move.madeAt(flow.share(move.key().seq()));
            }
            List<Line> lines = replay.apply(applied);
            if (wanted.contains(item)) {
                listener.lines(item, applied, lines);
            }
            for (OrderFlow.Collected cost : OrderFlow.collected(applied, lines, made(applied))) {
                OrderFlow flow = running.get(cost.order());
                if (flow != null) {
                    collect(flow, cost);
                } else {
                    waiting.computeIfAbsent(cost.order(), order -> new ArrayList<>()).add(cost);
                }
            }
        }

        /** When the goods that an event brings cost of were made; null when they were bought or found. */
        private Key made(Event event) {
            if (event instanceof Event.LateCost late && !late.order().isEmpty()) {
                OrderFlow maker = flows.get(late.order());
                return maker == null ? null : maker.facts().movement(late.receipt()).key();
            }
            return event instanceof Event.Move move && move.kind() == MovementKind.PRODUCE ? move.key() : null;
        }

        private void collect(OrderFlow flow, OrderFlow.Collected cost) {
            for (OrderFlow.Late late : flow.add(cost)) {
                OrderFacts.Movement output = flow.facts().movement(late.to());
                passed++;
                Key key = new Key(late.source().effective(), Key.PASSED_ON, passed);
                if (until.isBefore(key)) {
                    continue;
                }
                Event event = new Event.LateCost(key, late.to(), output.quantity(), late.amount(), cost.order());
                Replay replay = items.get(output.item());
                if (replay != null) {
                    due.add(happening(output.item(), replay, event));
                } else {
                    passedOn.computeIfAbsent(output.item(), item -> new ArrayList<>()).add(event);
                }
            }
        }

    }

}
