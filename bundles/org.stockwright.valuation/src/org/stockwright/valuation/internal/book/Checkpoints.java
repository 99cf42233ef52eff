package org.stockwright.valuation.internal.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.stockwright.valuation.internal.engine.Key;

/** States of items after some of their events. */
final class Checkpoints {

    /** So many events apart, and at least as many as the state has layers, so that writing them costs each event little. */
    static final int APART = 256;

    private final Connection connection;

    Checkpoints(Connection connection) {
        this.connection = connection;
    }

    /**
     * A stored state.
     *
     * @param key after this event
     * @param state as bytes
     */
    record Stored(Key key, byte[] state) {
    }

    /** The newest one not after a key. */
    Optional<Stored> before(long item, Key key) throws SQLException {
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, turn, seq FROM "
            + "cost_checkpoint WHERE item_id = ? AND effective_at <= ?")) {
            select.setLong(1, item);
            select.setLong(2, key.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Key(row.getLong(1), row.getInt(2), row.getLong(3)));
                }
            }
        }
        Optional<Key> newest = keys.stream().filter(one -> !key.isBefore(one)).max(Comparator.naturalOrder());
        return newest.isEmpty() ? Optional.empty() : Optional.of(new Stored(newest.get(), state(item, newest.get())));
    }

    /** The keys of those not before a key, in the order of time. */
    List<Key> from(long item, Key key) throws SQLException {
        List<Key> keys = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT effective_at, turn, seq FROM "
            + "cost_checkpoint WHERE item_id = ? AND effective_at >= ?")) {
            select.setLong(1, item);
            select.setLong(2, key.effective());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Key one = new Key(row.getLong(1), row.getInt(2), row.getLong(3));
                    if (!one.isBefore(key)) {
                        keys.add(one);
                    }
                }
            }
        }
        keys.sort(Comparator.naturalOrder());
        return keys;
    }

    byte[] state(long item, Key key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT state FROM cost_checkpoint "
            + "WHERE item_id = ? AND effective_at = ? AND turn = ? AND seq = ?")) {
            bind(select, 1, item, key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    /** Stores a state where there is none. */
    void add(long item, Key key, byte[] state) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
            "INSERT INTO cost_checkpoint (item_id, effective_at, turn, seq, state) VALUES (?, ?, ?, ?, ?)")) {
            bind(insert, 1, item, key);
            insert.setBytes(5, state);
            insert.executeUpdate();
        }
    }

    /** Stores another state after an event. */
    void replace(long item, Key key, byte[] state) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE cost_checkpoint SET state = ? "
            + "WHERE item_id = ? AND effective_at = ? AND turn = ? AND seq = ?")) {
            update.setBytes(1, state);
            bind(update, 2, item, key);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int at, long item, Key key) throws SQLException {
        statement.setLong(at, item);
        statement.setLong(at + 1, key.effective());
        statement.setInt(at + 2, key.rank());
        statement.setLong(at + 3, key.seq());
    }

}
