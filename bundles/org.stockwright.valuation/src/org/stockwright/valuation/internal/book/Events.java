package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Micros;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.spi.PostedMovement;
import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Event;
import org.stockwright.valuation.internal.engine.Key;

/** Reads what happened to an item, in the order of time. */
final class Events {

    /** After everything. */
    static final Key END = Key.endOf(Long.MAX_VALUE);

    private static final String MOVES = "SELECT m.effective_at, m.seq, m.kind, m.quantity, bf.location_id, "
        + "bt.location_id, bf.lot_id, m.unit_cost, p.reference, m.reverses_seq FROM movement m "
        + "JOIN balance bf ON bf.id = m.from_balance_id JOIN balance bt ON bt.id = m.to_balance_id "
        + "JOIN posting p ON p.id = m.posting_id "
        + "WHERE m.item_id = ? AND m.effective_at >= ? AND m.effective_at <= ? AND bf.owner_id = 0";

    private static final String COSTS = "SELECT e.effective_at, e.id, e.kind, e.movement_seq, m.quantity, e.material, "
        + "e.freight, e.labour, e.overhead, '' FROM cost_event e LEFT JOIN movement m ON m.seq = e.movement_seq "
        + "WHERE e.item_id = ? AND e.effective_at >= ? AND e.effective_at <= ? AND e.recorded_at <= ?";

    private static final String PASSED_ON = " UNION ALL SELECT l.effective_at, l.id, 'PASSED_ON', l.movement_seq, "
        + "m.quantity, l.material, l.freight, l.labour, l.overhead, o.reference FROM order_late l "
        + "JOIN movement m ON m.seq = l.movement_seq JOIN production_order o ON o.id = l.order_id "
        + "WHERE l.item_id = ? AND l.effective_at >= ? AND l.effective_at <= ?";

    private static final String KNOWN_MOVES = MOVES + " AND m.recorded_at <= ?";

    private final Connection connection;
    private final Rules rules;
    private final long now;
    private final long knownUntil;
    private final boolean production;
    private final String ending;

    /**
     * Of a book as its rules are, with what production orders give and pass on by what is stored of them; changes of
     * policies that come after now and after all else do not count yet.
     *
     * @param ending of the query for movements: empty, or so that it does not wait, where the heads of the items are locked
     */
    Events(Connection connection, Rules rules, long now, String ending) {
        this(connection, rules, now, Long.MAX_VALUE, true, ending);
    }

    /** Only what was recorded until an instant, and nothing of what production orders give and pass on. */
    Events(Connection connection, Rules rules, long now, long knownUntil) {
        this(connection, rules, now, knownUntil, false, "");
    }

    private Events(Connection connection, Rules rules, long now, long knownUntil, boolean production,
        String ending) {
        this.connection = connection;
        this.production = production;
        this.ending = ending;
        this.rules = rules.knownUntil(knownUntil);
        this.now = now;
        this.knownUntil = knownUntil;
    }

    /** All events of an item after one key and not after another, in the order of time. */
    List<Event> between(long item, ItemProfile profile, Key after, Key until) throws SQLException {
        List<Event> result = new ArrayList<>();
        moves(item, after, until, result);
        if (production) {
            made(item, result);
        }
        costs(item, after, until, result);
        Key last = new Key(now, Key.CHANGE, Long.MAX_VALUE);
        for (Event event : result) {
            last = last.isBefore(event.key()) ? event.key() : last;
        }
        result.addAll(profile.changes(rules, after, until.isBefore(last) ? until : last));
        result.sort(Comparator.comparing(Event::key));
        return result;
    }

    private void moves(long item, Key after, Key until, List<Event> result) throws SQLException {
        String sql = (knownUntil == Long.MAX_VALUE ? MOVES : KNOWN_MOVES) + ending;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, item);
            select.setLong(2, after.effective());
            select.setLong(3, until.effective());
            if (knownUntil != Long.MAX_VALUE) {
                select.setLong(4, knownUntil);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key key = new Key(row.getLong(1), Key.MOVEMENT, row.getLong(2));
                    if (after.isBefore(key) && !until.isBefore(key)) {
                        long lot = row.getLong(7);
                        long own = rules.lotOfPool(connection, lot);
                        String reference = row.getString(9);
                        result.add(new Event.Move(key, MovementKind.valueOf(row.getString(3)), row.getBigDecimal(4),
                            rules.places().spot(row.getLong(5), key.effective(), own, rules.scope()),
                            rules.places().spot(row.getLong(6), key.effective(), own, rules.scope()), lot,
                            row.getBigDecimal(8),
                            reference == null ? "" : reference, row.getLong(10)));
                    }
                }
            }
        }
    }

    /** Gives movements out of production orders what is stored as their share. */
    void made(long item, List<Event> events) throws SQLException {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Event event : events) {
            if (event instanceof Event.Move move && move.takesFromOrder()) {
                first = Math.min(first, move.key().effective());
                last = Math.max(last, move.key().effective());
            }
        }
        if (first > last) {
            return;
        }
        Map<Long, Cost> shares = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT movement_seq, material, freight, labour, "
            + "overhead FROM order_share WHERE item_id = ? AND effective_at >= ? AND effective_at <= ?")) {
            select.setLong(1, item);
            select.setLong(2, first);
            select.setLong(3, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    shares.put(row.getLong(1), new Cost(row.getBigDecimal(2), row.getBigDecimal(3),
                        row.getBigDecimal(4), row.getBigDecimal(5)));
                }
            }
        }
        events.replaceAll(event -> event instanceof Event.Move move && move.takesFromOrder()
            ? move.madeAt(shares.getOrDefault(move.key().seq(), Cost.ZERO)) : event);
    }

    private void costs(long item, Key after, Key until, List<Event> result) throws SQLException {
        String sql = production ? COSTS + PASSED_ON : COSTS;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, item);
            select.setLong(2, after.effective());
            select.setLong(3, until.effective());
            select.setLong(4, knownUntil);
            if (production) {
                select.setLong(5, item);
                select.setLong(6, after.effective());
                select.setLong(7, until.effective());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    boolean passed = row.getString(3).equals("PASSED_ON");
                    Key key = new Key(row.getLong(1), passed ? Key.PASSED_ON : Key.COST, row.getLong(2));
                    if (after.isBefore(key) && !until.isBefore(key)) {
                        Cost amount = new Cost(row.getBigDecimal(6), row.getBigDecimal(7), row.getBigDecimal(8),
                            row.getBigDecimal(9));
                        result.add(row.getString(3).equals("WRITE_DOWN") ? new Event.WriteDown(key, amount.material())
                            : new Event.LateCost(key, row.getLong(4), row.getBigDecimal(5), amount,
                                row.getString(10)));
                    }
                }
            }
        }
    }

    /** A movement that was just posted. */
    static Event.Move of(PostedMovement movement, Rules rules, Connection connection) throws SQLException {
        long lot = movement.lot().value();
        long own = rules.lotOfPool(connection, lot);
        long effective = Micros.of(movement.effective());
        return new Event.Move(keyOf(movement), movement.kind(), movement.quantity(),
            rules.places().spot(movement.from().location().value(), effective, own, rules.scope()),
            rules.places().spot(movement.to().location().value(), effective, own, rules.scope()), lot,
            movement.unitCost().orElse(null), movement.reference(), movement.reverses().orElse(0L));
    }

    static Key keyOf(PostedMovement movement) {
        return new Key(Micros.of(movement.effective()), Key.MOVEMENT, movement.seq());
    }

}
