package org.stockwright.service.internal.stock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Cases.Happening;

/** What was done to batches and cases, by the sender's key: appended, never changed. */
public final class EventRows {

    /** Begins the keys of events that have none of a sender; no sender's key can begin so. */
    public static final String OWN = "\u0001";

    private final Transaction transaction;

    /** In a transaction. */
    public EventRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Something that was done.
     *
     * @param key the sender's
     * @param hash of what was asked for
     * @param document the batch or case; empty for none
     * @param action what, a word
     * @param stage the number of the stage, or 0
     * @param effective when it happened
     */
    public record Event(String key, String hash, Optional<DocumentId> document, String action, int stage,
        Instant effective) {
    }

    /** What was done with a key before: done when it was the same, a refusal when it was not. */
    public Optional<Outcome<String>> known(String key, String hash) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT content_hash FROM service_event WHERE event_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(ActionKeys.known(key, hash, row.getString(1), key)) : Optional.empty();
            }
        }
    }

    /** When what was done with a key happened; empty when nobody used the key. */
    public Optional<Instant> happened(String key) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT effective_at FROM service_event WHERE event_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? BatchRows.instant(row, 1) : Optional.empty();
            }
        }
    }

    /** Remembers it. */
    public void add(Event event) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO service_event (id, "
            + "event_key, content_hash, document_id, action, stage, effective_at, user_name, recorded_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("service_seq"));
            insert.setString(2, event.key());
            insert.setString(3, event.hash());
            insert.setObject(4, event.document().map(DocumentId::value).orElse(null), Types.BIGINT);
            insert.setString(5, event.action());
            insert.setInt(6, event.stage());
            insert.setLong(7, Micros.of(event.effective()));
            insert.setString(8, transaction.user());
            insert.setLong(9, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** What happened to a document, oldest first. */
    public List<Happening> of(DocumentId document) throws SQLException {
        List<Happening> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT action, stage, effective_at, user_name, recorded_at FROM service_event "
                + "WHERE document_id = ? ORDER BY recorded_at, id")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Happening(row.getString(1), row.getInt(2), Micros.toInstant(row.getLong(3)),
                        row.getString(4), Micros.toInstant(row.getLong(5))));
                }
            }
        }
        return result;
    }

}
