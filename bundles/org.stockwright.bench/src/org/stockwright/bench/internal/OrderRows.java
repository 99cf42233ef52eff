package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.stockwright.persistence.Transaction;

/** Plain statements that hold one piece of stock and post what is held, as the ledger does. One transaction each. */
final class OrderRows {

    private static final String HOLD = "UPDATE balance SET reserved = reserved + ? WHERE id = ? "
        + "AND on_hand - reserved >= ?";
    private static final String RESERVATION = "INSERT INTO reservation (id, reservation_key, balance_id, quantity, "
        + "open_quantity, holder, user_name, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String EVENT = "INSERT INTO reservation_event (id, reservation_id, balance_id, kind, delta, "
        + "posting_id, user_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String REDUCE = "UPDATE reservation SET open_quantity = open_quantity - ? WHERE id = ?";
    private static final String TAKE = "UPDATE balance SET on_hand = on_hand - ?, reserved = reserved - ? WHERE id = ? "
        + "AND on_hand >= ?";

    private final Transaction transaction;
    private final Connection connection;
    private final long now;

    OrderRows(Transaction transaction) {
        this.transaction = transaction;
        this.connection = transaction.connection();
        this.now = ChronoUnit.MICROS.between(Instant.EPOCH, transaction.now());
    }

    /** Holds one piece and returns the reservation's number. */
    long hold(String key, long balance) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(HOLD)) {
            update.setBigDecimal(1, BigDecimal.ONE);
            update.setLong(2, balance);
            update.setBigDecimal(3, BigDecimal.ONE);
            one(update);
        }
        long id = transaction.nextId("reservation_seq");
        try (PreparedStatement insert = connection.prepareStatement(RESERVATION)) {
            insert.setLong(1, id);
            insert.setString(2, key);
            insert.setLong(3, balance);
            insert.setBigDecimal(4, BigDecimal.ONE);
            insert.setBigDecimal(5, BigDecimal.ONE);
            insert.setString(6, key);
            insert.setString(7, transaction.user());
            insert.setLong(8, now);
            one(insert);
        }
        event(id, balance, "HELD", BigDecimal.ONE, 0);
        return id;
    }

    /** Posts the issue of what is held. */
    void post(String key, long reservation, long item, long from, long to) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(REDUCE)) {
            update.setBigDecimal(1, BigDecimal.ONE);
            update.setLong(2, reservation);
            one(update);
        }
        try (PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setBigDecimal(1, BigDecimal.ONE);
            update.setBigDecimal(2, BigDecimal.ONE);
            update.setLong(3, from);
            update.setBigDecimal(4, BigDecimal.ONE);
            one(update);
        }
        // neither side is kept for it: the balance was changed together with what is reserved
        long posting = ValuedMovement
            .write(transaction, new MovementRows.Row(key, "ISSUE", item, from, false, to, false, 1, now, now))
            .posting();
        event(reservation, from, "POSTED", BigDecimal.ONE.negate(), posting);
    }

    private void event(long reservation, long balance, String kind, BigDecimal delta, long posting)
        throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
            insert.setLong(1, transaction.nextId("reservation_seq"));
            insert.setLong(2, reservation);
            insert.setLong(3, balance);
            insert.setString(4, kind);
            insert.setBigDecimal(5, delta);
            if (posting == 0) {
                insert.setNull(6, Types.BIGINT);
            } else {
                insert.setLong(6, posting);
            }
            insert.setString(7, transaction.user());
            insert.setLong(8, now);
            one(insert);
        }
    }

    private static void one(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("a benchmark's order takes more than there is");
        }
    }

}
