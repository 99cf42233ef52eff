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
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.ledger.MovementKind;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.OrderAccount;

/** What is known of a production order without any value: its movements, what was charged to it, and its closings. */
final class OrderFacts {

    private static final String MOVES = "SELECT m.seq, m.effective_at, m.kind, m.quantity, m.unit_cost, "
        + "m.reverses_seq, m.posting_id, m.item_id FROM posting p JOIN movement m ON m.posting_id = p.id "
        + "JOIN balance b ON b.id = m.from_balance_id WHERE p.reference = ? AND m.kind IN ('CONSUME', 'PRODUCE') "
        + "AND b.owner_id = 0 AND m.recorded_at <= ?";
    private static final String EVENTS = "SELECT e.id, e.kind, e.effective_at, e.material, e.freight, e.labour, "
        + "e.overhead FROM production_order o JOIN cost_event e ON e.order_id = o.id WHERE o.reference = ? "
        + "AND e.recorded_at <= ?";

    private final String reference;
    private final Map<Long, Movement> movements = new TreeMap<>();
    private final List<Step> steps = new ArrayList<>();

    private OrderFacts(String reference) {
        this.reference = reference;
    }

    /** A movement of the order. */
    record Movement(Key key, MovementKind kind, BigDecimal quantity, BigDecimal unitCost, long reverses, long posting,
        long item) {

        boolean makes() {
            return kind == MovementKind.PRODUCE && reverses == 0;
        }

    }

    /** Something that happens to the order itself. */
    sealed interface Step {

        /** When. */
        Key key();

    }

    /** Outputs of one posting come into stock: first those whose cost was entered, then the others share the rest. */
    record Take(Key key, long posting, Cost entered, List<OrderAccount.Output> outputs) implements Step {
    }

    /** The outputs of a posting are reversed. */
    record Undo(Key key, long posting) implements Step {
    }

    /** Work or overhead is charged to the order. */
    record Charge(Key key, Cost amount) implements Step {
    }

    /** The order is closed. */
    record Close(Key key) implements Step {
    }

    /**
     * Reads them as they were known until an instant.
     *
     * @param ending of the query for movements: empty, or so that it does not wait, where the order is locked
     */
    static OrderFacts read(Connection connection, String reference, int scale, long knownUntil, String ending)
        throws SQLException {
        OrderFacts facts = new OrderFacts(reference);
        String sql = MOVES + ending;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, reference);
            select.setLong(2, knownUntil);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.movements.put(row.getLong(1), new Movement(
                        new Key(row.getLong(2), Key.MOVEMENT, row.getLong(1)), MovementKind.valueOf(row.getString(3)),
                        row.getBigDecimal(4), row.getBigDecimal(5), row.getLong(6), row.getLong(7), row.getLong(8)));
                }
            }
        }
        facts.postings(connection, scale);
        try (PreparedStatement select = connection.prepareStatement(EVENTS)) {
            select.setString(1, reference);
            select.setLong(2, knownUntil);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(row.getLong(3), Key.COST, row.getLong(1));
                    facts.steps.add(row.getString(2).equals("ORDER_COST")
                        ? new Charge(key, new Cost(row.getBigDecimal(4), row.getBigDecimal(5), row.getBigDecimal(6),
                            row.getBigDecimal(7)))
                        : new Close(key));
                }
            }
        }
        facts.steps.sort(Comparator.comparing(Step::key));
        return facts;
    }

    private void postings(Connection connection, int scale) throws SQLException {
        Map<Long, List<Movement>> made = new LinkedHashMap<>();
        for (Movement movement : movements.values()) {
            if (movement.makes()) {
                made.computeIfAbsent(movement.posting(), posting -> new ArrayList<>()).add(movement);
            } else if (movement.kind() == MovementKind.PRODUCE && movements.containsKey(movement.reverses())) {
                steps.add(new Undo(movement.key(), movements.get(movement.reverses()).posting()));
            }
        }
        for (Map.Entry<Long, List<Movement>> posting : made.entrySet()) {
            Cost entered = Cost.ZERO;
            List<Movement> sharing = new ArrayList<>();
            for (Movement output : posting.getValue()) {
                if (output.unitCost() == null) {
                    sharing.add(output);
                } else {
                    entered = entered.plus(Cost.of(output.unitCost()).times(output.quantity(), scale));
                }
            }
            steps.add(new Take(posting.getValue().get(0).key(), posting.getKey(), entered,
                weighted(connection, sharing)));
        }
    }

    /** By standard cost and quantity, or by quantity alone where one of them has no standard. */
    private static List<OrderAccount.Output> weighted(Connection connection, List<Movement> sharing)
        throws SQLException {
        Map<Long, BigDecimal> weights = new HashMap<>();
        if (sharing.size() > 1) {
            for (Movement output : sharing) {
                Cost standard = ItemProfile.read(connection, output.item()).standard(output.key().effective());
                if (standard == null || standard.total().signum() <= 0) {
                    weights.clear();
                    break;
                }
                weights.put(output.key().seq(), standard.total().multiply(output.quantity()));
            }
        }
        return sharing.stream().map(output -> new OrderAccount.Output(output.key().seq(),
            weights.getOrDefault(output.key().seq(), output.quantity()))).toList();
    }

    /** What was used up for it before a key, by movement. */
    List<Long> usedUp(Key before) {
        return movements.values().stream().filter(one -> one.kind() == MovementKind.CONSUME)
            .map(Movement::key).filter(key -> key.isBefore(before)).sorted().map(Key::seq).toList();
    }

    String reference() {
        return reference;
    }

    /** What happens to it, in the order of time. */
    List<Step> steps() {
        return steps;
    }

    /** A movement of the order; null for one that is not. */
    Movement movement(long seq) {
        return movements.get(seq);
    }

    /** What it makes or made. */
    Set<Long> madeItems() {
        return items(true);
    }

    /** What brings cost to it: what it uses up, and what it made and was reversed. */
    Set<Long> usedItems() {
        return items(false);
    }

    private Set<Long> items(boolean made) {
        Set<Long> items = new TreeSet<>();
        movements.values().stream().filter(one -> one.makes() == made).forEach(one -> items.add(one.item()));
        return items;
    }

    /** The movement or event by which a cost came to the order first. */
    Key root(Key source, long about) {
        Movement movement = movements.get(about);
        if (movement == null) {
            return source;
        }
        Movement first = movement.kind() == MovementKind.CONSUME ? movements.get(movement.reverses()) : null;
        return first == null ? movement.key() : first.key();
    }

}
