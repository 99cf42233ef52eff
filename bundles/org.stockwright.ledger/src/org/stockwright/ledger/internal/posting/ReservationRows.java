package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.ReservationId;
import org.stockwright.base.Unit;
import org.stockwright.ledger.ReservationView;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/**
 * Reads and writes reservations. Their order of locks: the reservation, then its balance. Each change of what is held
 * appends an event, and the balance's reserved quantity follows in the same transaction.
 */
final class ReservationRows {

    private static final String SEQUENCE = "reservation_seq";
    private static final String SELECT = "SELECT r.id, r.reservation_key, i.code, l.code, lot.code, r.quantity, "
        + "r.open_quantity, r.holder, r.user_name, r.created_at, r.expires_at, r.balance_id, u.code, u.dimension, "
        + "u.numerator, u.denominator, u.scale, u.step FROM reservation r JOIN balance b ON b.id = r.balance_id "
        + "JOIN item i ON i.id = b.item_id JOIN unit u ON u.id = i.unit_id JOIN location l ON l.id = b.location_id "
        + "JOIN lot ON lot.id = b.lot_id WHERE ";

    private final Transaction transaction;

    ReservationRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A reservation and its balance.
     *
     * @param view as others see it
     * @param balance the number of the balance that it holds stock of
     */
    record Held(ReservationView view, long balance) {

        BigDecimal open() {
            return view.open().amount();
        }

    }

    /** Why what is held changed. */
    enum Event {
        HELD, POSTED, RELEASED, EXPIRED
    }

    Optional<Held> byKey(String key) throws SQLException {
        return list("r.reservation_key = ?", key).stream().findFirst();
    }

    /** Those of these keys that were stored before. */
    Map<String, Held> byKeys(Collection<String> keys) throws SQLException {
        Map<String, Held> result = new HashMap<>();
        new BulkSelect(transaction).each(SELECT + "r.reservation_key IN ", keys, "", row -> {
            Held held = held(row);
            result.put(held.view().key(), held);
        });
        return result;
    }

    List<Held> open() throws SQLException {
        return list("r.open_quantity > 0 AND r.id > ? ORDER BY i.code, r.created_at, r.id", -1L);
    }

    /** Those that should have ended by this instant. */
    List<Long> due(long micros) throws SQLException {
        List<Long> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT id FROM reservation WHERE open_quantity > 0 AND expires_at <= ? ORDER BY id")) {
            select.setLong(1, micros);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getLong(1));
                }
            }
        }
        return result;
    }

    /** The reservation, locked until the transaction ends. */
    Optional<Held> lock(long id) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM reservation WHERE id = ?" + transaction.dialect().forUpdate())) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
            }
        }
        return list("r.id = ?", id).stream().findFirst();
    }

    /**
     * What has to be known of a reservation to take from it.
     *
     * @param id its number
     * @param balance the number of the balance that it holds stock of
     * @param open how much it still holds, in the item's base unit
     */
    record Locked(long id, long balance, BigDecimal open) {
    }

    /** Reservations, locked until the transaction ends, by rising number; those that are not there are missing. */
    List<Locked> lockAll(SortedSet<Long> ids) throws SQLException {
        List<Locked> result = new ArrayList<>();
        new BulkSelect(transaction).lock("SELECT id, balance_id, open_quantity FROM reservation", "id", ids,
            row -> result.add(new Locked(row.getLong(1), row.getLong(2), row.getBigDecimal(3))));
        return result;
    }

    /** How others see a reservation. */
    ReservationView view(long id) throws SQLException {
        return list("r.id = ?", id).getFirst().view();
    }

    /** When those of these keys that were used before were stored. */
    Map<String, Instant> since(Collection<String> keys) throws SQLException {
        Map<String, Instant> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT reservation_key, created_at FROM reservation "
            + BulkSelect.by("reservation_key_unique") + "WHERE reservation_key IN ", keys, "",
            row -> result.put(row.getString(1), Micros.toInstant(row.getLong(2))));
        return result;
    }

    private List<Held> list(String condition, Object value) throws SQLException {
        List<Held> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + condition)) {
            select.setObject(1, value);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(held(row));
                }
            }
        }
        return result;
    }

    private static Held held(ResultSet row) throws SQLException {
        Unit unit = new Unit(row.getString(13), row.getString(14),
            new Rational(row.getBigDecimal(15).toBigIntegerExact(), row.getBigDecimal(16).toBigIntegerExact()),
            row.getInt(17), row.getBigDecimal(18));
        long expires = row.getLong(11);
        Optional<Instant> until = row.wasNull() ? Optional.empty() : Optional.of(Micros.toInstant(expires));
        return new Held(new ReservationView(new ReservationId(row.getLong(1)), row.getString(2), row.getString(3),
            row.getString(4), row.getString(5), new Quantity(row.getBigDecimal(6), unit),
            new Quantity(row.getBigDecimal(7), unit), row.getString(8), row.getString(9),
            Micros.toInstant(row.getLong(10)), until), row.getLong(12));
    }

    /**
     * A reservation to be stored.
     *
     * @param key the sender's key
     * @param balance of which stock is held
     * @param quantity how much
     * @param holder for whom
     * @param expires until when, if it ends by itself
     */
    record New(String key, long balance, BigDecimal quantity, String holder, Optional<Instant> expires) {
    }

    /** New reservations with their first events; the balances are not changed here. Tells their numbers. */
    List<Long> insert(List<New> made) throws SQLException {
        List<Long> ids = new ArrayList<>();
        if (made.isEmpty()) {
            return ids;
        }
        long first = transaction.nextIds(SEQUENCE, made.size());
        List<Change> events = new ArrayList<>();
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO reservation (id, "
            + "reservation_key, balance_id, quantity, open_quantity, holder, user_name, created_at, expires_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (New one : made) {
                long id = first + ids.size();
                insert.setLong(1, id);
                insert.setString(2, one.key());
                insert.setLong(3, one.balance());
                insert.setBigDecimal(4, one.quantity());
                insert.setBigDecimal(5, one.quantity());
                insert.setString(6, one.holder());
                insert.setString(7, transaction.user());
                insert.setLong(8, Micros.of(transaction.now()));
                if (one.expires().isPresent()) {
                    insert.setLong(9, Micros.of(one.expires().get()));
                } else {
                    insert.setNull(9, Types.BIGINT);
                }
                insert.addBatch();
                ids.add(id);
                events.add(new Change(id, one.balance(), one.quantity()));
            }
            insert.executeBatch();
        }
        events(events, Event.HELD, Optional.empty());
        return ids;
    }

    /** Holds less from now on; balance and event are the caller's. */
    void reduce(Held held, BigDecimal quantity) throws SQLException {
        change(List.of(new Change(held.view().id().value(), held.balance(), quantity.negate())));
    }

    /** Holds more or less from now on; balances and events are the caller's. */
    void change(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE reservation SET open_quantity = open_quantity + ? WHERE id = ?")) {
            for (Change change : changes) {
                update.setBigDecimal(1, change.delta());
                update.setLong(2, change.reservation());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Appends what became of a reservation. */
    void event(long reservation, long balance, Event kind, BigDecimal delta, Optional<Long> posting)
        throws SQLException {
        events(List.of(new Change(reservation, balance, delta)), kind, posting);
    }

    /**
     * What became of a reservation.
     *
     * @param reservation its number
     * @param balance of which it holds stock
     * @param delta how much more is held; negative for less
     */
    record Change(long reservation, long balance, BigDecimal delta) {
    }

    /** Appends what became of reservations. */
    void events(List<Change> changes, Event kind, Optional<Long> posting) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        transaction.changes(Topic.STOCK);
        long id = transaction.nextIds(SEQUENCE, changes.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO reservation_event (id, "
            + "reservation_id, balance_id, kind, delta, posting_id, user_name, recorded_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Change change : changes) {
                insert.setLong(1, id);
                insert.setLong(2, change.reservation());
                insert.setLong(3, change.balance());
                insert.setString(4, kind.name());
                insert.setBigDecimal(5, change.delta());
                if (posting.isPresent()) {
                    insert.setLong(6, posting.get());
                } else {
                    insert.setNull(6, Types.BIGINT);
                }
                insert.setString(7, transaction.user());
                insert.setLong(8, Micros.of(transaction.now()));
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
    }

    /**
     * Holds more of balances, by rising number.
     *
     * @return the balances of which less than that is free
     */
    List<Long> reserve(SortedMap<Long, BigDecimal> more) throws SQLException {
        List<Long> order = List.copyOf(more.keySet());
        List<Long> tooLittle = new ArrayList<>();
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE balance SET reserved = reserved + ? WHERE id = ? AND on_hand - reserved >= ?")) {
            for (long balance : order) {
                BigDecimal quantity = Objects.requireNonNull(more.get(balance));
                update.setBigDecimal(1, quantity);
                update.setLong(2, balance);
                update.setBigDecimal(3, quantity);
                update.addBatch();
            }
            int[] counts = update.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    tooLittle.add(order.get(i));
                }
            }
        }
        return tooLittle;
    }

    /** Holds less of a balance. */
    void unreserve(long balance, BigDecimal quantity) throws SQLException {
        unreserve(new TreeMap<>(Map.of(balance, quantity)));
    }

    /** Holds less of balances, by rising number. */
    void unreserve(SortedMap<Long, BigDecimal> less) throws SQLException {
        if (less.isEmpty()) {
            return;
        }
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE balance SET reserved = reserved - ? WHERE id = ?")) {
            for (Map.Entry<Long, BigDecimal> balance : less.entrySet()) {
                update.setBigDecimal(1, balance.getValue());
                update.setLong(2, balance.getKey());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

}
