package org.stockwright.fulfilment.internal.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.ActionKeys;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** What was asked of documents after they were made, by the sender's key: the same again changes nothing. */
public final class Actions {

    private final Transaction transaction;

    /** In a transaction. */
    public Actions(Transaction transaction) {
        this.transaction = transaction;
    }

    /** The document of an action with this key, or a refusal when it was another action; empty when nobody used it. */
    public Optional<Outcome<DocumentId>> known(String key, String hash) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT content_hash, document_id FROM fulfilment_action WHERE action_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(ActionKeys.known(key, hash, row.getString(1), new DocumentId(row.getLong(2))));
            }
        }
    }

    /** Whether somebody used the key for an action before. */
    public static boolean isKnown(UnitOfWork work, String key) {
        return work.read(transaction -> new Actions(transaction).known(key, "").isPresent());
    }

    /** Remembers an action. */
    public void add(String key, String hash, DocumentId document) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO fulfilment_action "
            + "(action_key, content_hash, document_id, user_name, recorded_at) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, key);
            insert.setString(2, hash);
            insert.setLong(3, document.value());
            insert.setString(4, transaction.user());
            insert.setLong(5, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
    }

}
