package org.stockwright.fulfilment.internal.shipping;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** What was asked of documents after they were made, by the sender's key: the same again changes nothing. */
public final class Actions {

    /** The longest key of a sender: something is appended for what is posted. */
    public static final int MAX_KEY = 100;

    private final Transaction transaction;

    /** In a transaction. */
    public Actions(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What is wrong with a sender's key. */
    public static Optional<Refusal> bad(String key) {
        boolean fits = !key.isBlank() && key.length() <= MAX_KEY && key.chars().noneMatch(Character::isISOControl)
            && StoredText.isSound(key);
        return fits ? Optional.empty() : Optional.of(Refusal
            .of(DocumentRefusal.BAD_KEY, key.length() > MAX_KEY ? key.substring(0, MAX_KEY) + "…" : key)
            .hint("A key has 1 to " + MAX_KEY + " characters and no control characters."));
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
                return Optional.of(hash.equals(row.getString(1)) ? Outcome.done(new DocumentId(row.getLong(2)))
                    : Outcome.refused(Refusal.of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, key, "another step")
                        .hint("Give a new step a new key.")));
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
