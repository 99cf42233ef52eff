package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.ledger.MovementKind;
import org.stockwright.persistence.Transaction;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.Line;

/**
 * Works out anew what one production order gives to what it makes, from the rows that are booked of what it uses, and
 * notes what is another than before: the items concerned are to be valued again. What is of no item is booked here.
 */
final class OrderRun {

    private static final String ROWS = "SELECT " + Entries.WHAT
        + ", e.item_id, m.effective_at, m.seq FROM order_entry x JOIN value_entry e ON e.id = x.entry_id "
        + "LEFT JOIN order_late l ON l.id = e.source_seq AND e.source_rank = 3 LEFT JOIN movement m "
        + "ON m.seq = CASE e.source_rank WHEN 1 THEN e.source_seq ELSE l.movement_seq END AND m.kind = 'PRODUCE' "
        + "WHERE x.order_id = ?";

    private final Transaction transaction;
    private final Connection connection;
    private final Rules rules;
    private final Orders orders;
    private final String reference;
    private final long number;
    private final List<Again> again = new ArrayList<>();
    private final List<Entry> made = new ArrayList<>();

    OrderRun(Transaction transaction, Rules rules, Orders orders, String reference) throws SQLException {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.rules = rules;
        this.orders = orders;
        this.reference = reference;
        this.number = orders.number(reference);
    }

    /**
     * An item that is to be valued again.
     *
     * @param item the item
     * @param key from where on
     * @param output when what was made came into stock
     */
    record Again(long item, Key key, long output) {
    }

    /** The items that are to be valued again. */
    List<Again> again() {
        return again;
    }

    /** The rows that are of no item. */
    List<Entry> entries() {
        return made;
    }

    void run() throws SQLException {
        OrderFacts facts = facts();
        OrderFlow flow = new OrderFlow(facts, rules.scale());
        Map<Entry.What, Cost> own = new LinkedHashMap<>();
        List<OrderFlow.Collected> costs = collected(facts, own, Set.of());
        costs.sort(Comparator.comparing(OrderFlow.Collected::at));
        int next = 0;
        for (OrderFacts.Step step : facts.steps()) {
            while (next < costs.size() && costs.get(next).at().isBefore(step.key())) {
                flow.add(costs.get(next));
                next++;
            }
            flow.pass(step);
        }
        while (next < costs.size()) {
            flow.add(costs.get(next));
            next++;
        }
        take(flow);
        book(flow, own);
    }

    /** Notes what an order gives that was followed. */
    void take(OrderFlow flow) throws SQLException {
        shares(flow.facts(), flow);
        lates(flow.facts(), flow);
    }

    /** What all but these items brought to the order by what is booked. */
    List<OrderFlow.Collected> outside(Set<Long> items) throws SQLException {
        return collected(facts(), new HashMap<>(),
            items);
    }

    private OrderFacts facts() throws SQLException {
        return OrderFacts.read(connection, reference, rules.scale(), Long.MAX_VALUE,
            transaction.dialect().withoutWaiting());
    }

    String reference() {
        return reference;
    }

    /** What items brought to the order by what is booked; what is of no item goes to the other collection. */
    private List<OrderFlow.Collected> collected(OrderFacts facts, Map<Entry.What, Cost> own, Set<Long> without)
        throws SQLException {
        Map<String, OrderFlow.Collected> sums = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Entry.What what = Entries.what(row);
                    Cost amount = Entries.cost(row, Entries.AMOUNT_COLUMN);
                    if (row.getLong(Entries.AFTER_AMOUNT) == 0) {
                        own.merge(what, amount, Cost::plus);
                        continue;
                    }
                    if (without.contains(row.getLong(Entries.AFTER_AMOUNT))) {
                        continue;
                    }
                    long output = row.getLong(Entries.AFTER_AMOUNT + 2);
                    Key madeAt = output == 0 ? null
                        : new Key(row.getLong(Entries.AFTER_AMOUNT + 1), Key.MOVEMENT, output);
                    OrderFlow.Collected cost = new OrderFlow.Collected(reference, what.source(), what.about(), madeAt,
                        amount);
                    if (what.debitOrder() == number) {
                        add(sums, cost);
                    }
                    OrderFacts.Movement source = what.source().rank() == Key.MOVEMENT
                        ? facts.movement(what.source().seq()) : null;
                    if (what.creditOrder() == number && source != null && source.reverses() != 0 && !isOutput(source)) {
                        add(sums, cost.negate());
                    }
                }
            }
        }
        List<OrderFlow.Collected> result = new ArrayList<>(sums.values());
        result.removeIf(cost -> cost.amount().isZero());
        return result;
    }

    private static boolean isOutput(OrderFacts.Movement movement) {
        return movement.kind() == MovementKind.PRODUCE;
    }

    private static void add(Map<String, OrderFlow.Collected> sums, OrderFlow.Collected cost) {
        sums.merge(cost.at() + " " + cost.about(), cost, OrderFlow.Collected::plus);
    }

    private void shares(OrderFacts facts, OrderFlow flow) throws SQLException {
        Map<Long, Cost> before = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(
            "SELECT movement_seq, material, freight, labour, overhead FROM order_share WHERE order_id = ?")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    before.put(row.getLong(1), plain(row, 2));
                }
            }
        }
        try (
            PreparedStatement insert = connection
                .prepareStatement("INSERT INTO order_share (material, freight, labour, "
                    + "overhead, movement_seq, order_id, item_id, effective_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement update = connection.prepareStatement("UPDATE order_share SET material = ?, freight = ?, "
                + "labour = ?, overhead = ? WHERE movement_seq = ?")) {
            for (Map.Entry<Long, Cost> share : flow.shares().entrySet()) {
                Cost known = before.get(share.getKey());
                if (share.getValue().equals(known)) {
                    continue;
                }
                OrderFacts.Movement output = facts.movement(share.getKey());
                PreparedStatement statement = known == null ? insert : update;
                bind(statement, 1, share.getValue());
                statement.setLong(5, share.getKey());
                if (known == null) {
                    insert.setLong(6, number);
                    insert.setLong(7, output.item());
                    insert.setLong(8, output.key().effective());
                }
                statement.executeUpdate();
                again.add(new Again(output.item(), output.key(), output.key().effective()));
            }
        }
    }

    private record Passed(long to, Key source, long about) {
    }

    private record Known(long id, Cost amount) {
    }

    private void lates(OrderFacts facts, OrderFlow flow) throws SQLException {
        Map<Passed, Known> before = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT movement_seq, effective_at, source_rank, "
            + "source_seq, about_seq, id, material, freight, labour, overhead FROM order_late WHERE order_id = ? "
            + "ORDER BY id")) {
            select.setLong(1, number);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    before.put(new Passed(row.getLong(1), new Key(row.getLong(2), row.getInt(3), row.getLong(4)),
                        row.getLong(5)), new Known(row.getLong(6), plain(row, 7)));
                }
            }
        }
        try (
            PreparedStatement insert = connection.prepareStatement("INSERT INTO order_late (material, freight, labour, "
                + "overhead, id, order_id, item_id, movement_seq, effective_at, source_rank, source_seq, about_seq) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement update = connection.prepareStatement("UPDATE order_late SET material = ?, freight = ?, "
                + "labour = ?, overhead = ? WHERE id = ?")) {
            for (OrderFlow.Late late : flow.lates()) {
                Passed passed = new Passed(late.to(), late.source(), late.about());
                Known known = before.remove(passed);
                if (known != null && known.amount().equals(late.amount())) {
                    continue;
                }
                OrderFacts.Movement output = facts.movement(late.to());
                long id = known == null ? transaction.nextId("cost_event_seq") : known.id();
                PreparedStatement statement = known == null ? insert : update;
                bind(statement, 1, late.amount());
                statement.setLong(5, id);
                if (known == null) {
                    insert.setLong(6, number);
                    insert.setLong(7, output.item());
                    insert.setLong(8, late.to());
                    insert.setLong(9, late.source().effective());
                    insert.setInt(10, late.source().rank());
                    insert.setLong(11, late.source().seq());
                    insert.setLong(12, late.about());
                }
                statement.executeUpdate();
                value(facts, passed, id);
            }
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM order_late WHERE id = ?")) {
            for (Map.Entry<Passed, Known> gone : before.entrySet()) {
                delete.setLong(1, gone.getValue().id());
                delete.executeUpdate();
                value(facts, gone.getKey(), gone.getValue().id());
            }
        }
    }

    private void value(OrderFacts facts, Passed passed, long id) {
        OrderFacts.Movement output = facts.movement(passed.to());
        again.add(new Again(output.item(), new Key(passed.source().effective(), Key.PASSED_ON, id),
            output.key().effective()));
    }

    /** Books what was charged to the order and what left it when it was closed, as far as it is not booked. */
    private void book(OrderFlow flow, Map<Entry.What, Cost> booked) throws SQLException {
        Map<Entry.What, Cost> now = new LinkedHashMap<>();
        for (OrderFlow.Own own : flow.own()) {
            Line line = own.line();
            long at = own.source().effective();
            now.merge(new Entry.What(own.source(), line.about(), line.kind(),
                rules.accounts().of(line.debit(), at).account(), rules.accounts().of(line.credit(), at).account(), 0,
                0, orders.number(line.debit().order()), orders.number(line.credit().order()), PeriodicSides.NONE),
                line.amount(),
                Cost::plus);
        }
        for (Map.Entry<Entry.What, Cost> line : now.entrySet()) {
            Cost before = booked.remove(line.getKey());
            add(line.getKey(), line.getValue().minus(before == null ? Cost.ZERO : before), before != null);
        }
        booked.forEach((what, amount) -> add(what, amount.negate(), true));
    }

    private void add(Entry.What what, Cost amount, boolean repriced) {
        if (!amount.isZero()) {
            made.add(new Entry(0, what, "", amount, BigDecimal.ZERO, repriced));
        }
    }

    private static Cost plain(ResultSet row, int at) throws SQLException {
        return new Cost(row.getBigDecimal(at), row.getBigDecimal(at + 1), row.getBigDecimal(at + 2),
            row.getBigDecimal(at + 3));
    }

    private static void bind(PreparedStatement statement, int at, Cost cost) throws SQLException {
        statement.setBigDecimal(at, cost.material());
        statement.setBigDecimal(at + 1, cost.freight());
        statement.setBigDecimal(at + 2, cost.labour());
        statement.setBigDecimal(at + 3, cost.overhead());
    }

}
