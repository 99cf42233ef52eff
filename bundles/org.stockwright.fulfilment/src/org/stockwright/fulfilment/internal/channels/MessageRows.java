package org.stockwright.fulfilment.internal.channels;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Sha256;
import org.stockwright.base.StoredText;
import org.stockwright.fulfilment.Channels.Event;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.persistence.Transaction;

/** The queue. */
final class MessageRows {

    private static final int PART = 4_000;
    private static final int LONGEST_NOTE = 2_000;
    private static final String SELECT = "SELECT m.id, c.code, m.message_key, m.state, m.attempts, m.next_attempt, "
        + "m.refusal, m.result, m.received_at, m.changed_at, m.user_name, m.version, m.content_hash "
        + "FROM channel_message m JOIN channel c ON c.id = m.channel_id";

    private final Transaction transaction;

    MessageRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A message with what only the queue knows.
     *
     * @param id its number
     * @param version of its text, from 0
     * @param hash of its text
     * @param message what everybody may see
     */
    record Row(long id, int version, String hash, Message message) {
    }

    /** Stores a new message, due at once. */
    long add(long channel, String key, String text) throws SQLException {
        long id = transaction.nextId("channel_seq");
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO channel_message (id, "
            + "channel_id, message_key, content_hash, version, state, attempts, next_attempt, refusal, result, user_name, "
            + "received_at, changed_at) VALUES (?, ?, ?, ?, 0, 'NEW', 0, ?, '', '', ?, ?, ?)")) {
            long now = Micros.of(transaction.now());
            insert.setLong(1, id);
            insert.setLong(2, channel);
            insert.setString(3, key);
            insert.setString(4, Sha256.of(text));
            insert.setLong(5, now);
            insert.setString(6, transaction.user());
            insert.setLong(7, now);
            insert.setLong(8, now);
            insert.executeUpdate();
        }
        text(id, 0, text);
        tell(id, "TAKEN", "");
        transaction.changes(Topic.DOCUMENTS);
        return id;
    }

    private void text(long id, int version, String text) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO channel_text (message_id, version, part, body) VALUES (?, ?, ?, ?)")) {
            int part = 0;
            int from = 0;
            while (from < text.length() || part == 0) {
                int end = Math.min(text.length(), from + PART);
                if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                    end--;
                }
                insert.setLong(1, id);
                insert.setInt(2, version);
                insert.setInt(3, part);
                insert.setString(4, text.substring(from, end));
                insert.addBatch();
                from = end;
                part++;
            }
            insert.executeBatch();
        }
    }

    /** The text of a version. */
    String text(long id, int version) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT body FROM channel_text WHERE message_id = ? AND version = ? ORDER BY part")) {
            select.setLong(1, id);
            select.setInt(2, version);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    text.append(row.getString(1));
                }
            }
        }
        return text.toString();
    }

    Optional<Row> find(long channel, String key) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement(SELECT + " WHERE m.channel_id = ? AND m.message_key = ?")) {
            select.setLong(1, channel);
            select.setString(2, key);
            return read(select).stream().findFirst();
        }
    }

    /** A message that nobody else works on until the transaction ends. */
    Optional<Row> lock(long id) throws SQLException {
        String sql = "SELECT id FROM channel_message WHERE id = ?" + transaction.dialect().forUpdate();
        try (PreparedStatement lock = transaction.connection().prepareStatement(sql)) {
            lock.setLong(1, id);
            try (ResultSet row = lock.executeQuery()) {
                row.next();
            }
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " WHERE m.id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** What is due of a channel, the oldest first. */
    List<Row> due(long channel) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT
            + " WHERE m.channel_id = ? AND m.state IN ('NEW', 'RETRY') AND m.next_attempt <= ? ORDER BY m.received_at, m.id")) {
            select.setLong(1, channel);
            select.setLong(2, Micros.of(transaction.now()));
            return read(select);
        }
    }

    /** All, the newest first. */
    List<Row> newest(int limit) throws SQLException {
        String sql = SELECT + " ORDER BY m.received_at DESC, m.id DESC" + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            return read(select);
        }
    }

    /** Those in a state, the newest first. */
    List<Row> newest(State state, int limit) throws SQLException {
        String sql = SELECT + " WHERE m.state = ? ORDER BY m.received_at DESC, m.id DESC"
            + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, state.name());
            return read(select);
        }
    }

    /** Those of a channel, the newest first. */
    List<Row> newest(long channel, int limit) throws SQLException {
        String sql = SELECT + " WHERE m.channel_id = ? ORDER BY m.received_at DESC, m.id DESC"
            + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, channel);
            return read(select);
        }
    }

    /** Those of a channel in a state, the newest first. */
    List<Row> newest(long channel, State state, int limit) throws SQLException {
        String sql = SELECT + " WHERE m.channel_id = ? AND m.state = ? ORDER BY m.received_at DESC, m.id DESC"
            + transaction.dialect().window(0, limit);
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, channel);
            select.setString(2, state.name());
            return read(select);
        }
    }

    private static List<Row> read(PreparedStatement select) throws SQLException {
        List<Row> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                State state = State.valueOf(row.getString(4));
                boolean waits = state == State.NEW || state == State.RETRY;
                result.add(new Row(row.getLong(1), row.getInt(12), row.getString(13),
                    new Message(row.getString(2), row.getString(3), state, row.getInt(5),
                        waits ? Optional.of(Micros.toInstant(row.getLong(6))) : Optional.empty(), row.getString(7),
                        row.getString(8), Micros.toInstant(row.getLong(9)), Micros.toInstant(row.getLong(10)),
                        row.getString(11))));
            }
        }
        return result;
    }

    /** The message became something. */
    void done(Row row, String result) throws SQLException {
        set(row.id(), State.DONE, row.message().attempts() + 1, transaction.now(), "", result);
        tell(row.id(), State.DONE.name(), result);
    }

    /** An attempt failed. */
    void failed(Row row, State state, Instant next, String refusal) throws SQLException {
        set(row.id(), state, row.message().attempts() + 1, next, refusal, "");
        tell(row.id(), state.name(), refusal);
    }

    /** It is due again, with all its attempts. */
    void again(Row row, Optional<String> corrected) throws SQLException {
        if (corrected.isPresent()) {
            text(row.id(), row.version() + 1, corrected.get());
            try (PreparedStatement update = transaction.connection()
                .prepareStatement("UPDATE channel_message SET version = ? WHERE id = ?")) {
                update.setInt(1, row.version() + 1);
                update.setLong(2, row.id());
                update.executeUpdate();
            }
            tell(row.id(), "CORRECTED", "");
        }
        set(row.id(), State.RETRY, 0, transaction.now(), row.message().refusal(), "");
        tell(row.id(), "SENT_AGAIN", "");
    }

    /** Nothing comes of it. */
    void dismissed(Row row, String reason) throws SQLException {
        set(row.id(), State.DISMISSED, row.message().attempts(), transaction.now(), row.message().refusal(), "");
        tell(row.id(), State.DISMISSED.name(), reason);
    }

    private void set(long id, State state, int attempts, Instant next, String refusal, String result)
        throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE channel_message SET state = ?, "
                + "attempts = ?, next_attempt = ?, refusal = ?, result = ?, user_name = ?, changed_at = ? WHERE id = ?")) {
            update.setString(1, state.name());
            update.setInt(2, attempts);
            update.setLong(3, Micros.of(next));
            update.setString(4, note(refusal));
            update.setString(5, result);
            update.setString(6, transaction.user());
            update.setLong(7, Micros.of(transaction.now()));
            update.setLong(8, id);
            update.executeUpdate();
        }
        transaction.changes(Topic.DOCUMENTS);
    }

    private void tell(long message, String action, String note) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO channel_event (id, "
            + "message_id, action, note, user_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("channel_seq"));
            insert.setLong(2, message);
            insert.setString(3, action);
            insert.setString(4, note(note));
            insert.setString(5, transaction.user());
            insert.setLong(6, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    private static String note(String text) {
        return StoredText.mended(text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) : text);
    }

    List<Event> trail(long message) throws SQLException {
        List<Event> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT recorded_at, user_name, action, note FROM channel_event WHERE message_id = ? ORDER BY recorded_at, id")) {
            select.setLong(1, message);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Event(Micros.toInstant(row.getLong(1)), row.getString(2), row.getString(3),
                        row.getString(4)));
                }
            }
        }
        return result;
    }

    /**
     * What an order or receipt of a channel became.
     *
     * @param hash of what it said
     * @param result the number of the order or receipt
     */
    record Settled(String hash, String result) {
    }

    Optional<Settled> settled(long channel, String subject) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT content_hash, result FROM channel_settled WHERE channel_id = ? AND subject = ?")) {
            select.setLong(1, channel);
            select.setString(2, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Settled(row.getString(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    void settle(long channel, ChannelMessage message, long id, String result) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO channel_settled "
            + "(channel_id, subject, content_hash, message_id, result) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(1, channel);
            insert.setString(2, message.subject());
            insert.setString(3, message.hash());
            insert.setLong(4, id);
            insert.setString(5, result);
            insert.executeUpdate();
        }
    }

}
