package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.PostingId;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** What was posted before, by key. */
final class KnownPostings {

    private KnownPostings() {
    }

    /**
     * The answer to a command whose key is known: the first receipt again, or a refusal when the content differs.
     * Empty when nobody has used the key.
     */
    static Optional<Outcome<PostingReceipt>> answer(Transaction transaction, String key, String hash)
        throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT id, content_hash, number, "
            + "recorded_at FROM posting WHERE posting_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                Instant recorded = Micros.toInstant(row.getLong(4));
                if (!hash.equals(row.getString(2))) {
                    return Optional.of(Outcome.refused(reused(key, recorded)));
                }
                // what is told here is acknowledged as the first answer was, which may never have arrived
                transaction.acknowledge(row.getLong(1), hash);
                return Optional.of(Outcome.done(receipt(transaction, row.getLong(1), key, recorded,
                    Optional.ofNullable(row.getString(3)).orElse(""))));
            }
        }
    }

    static Refusal reused(String key, Instant recorded) {
        return Refusal.of(LedgerRefusal.KEY_REUSED_WITH_OTHER_CONTENT, key, recorded)
            .hint("Give a new posting a new key.");
    }

    private static PostingReceipt receipt(Transaction transaction, long id, String key, Instant recorded,
        String number) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT MIN(seq), COUNT(*) FROM movement WHERE posting_id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new PostingReceipt(new PostingId(id), key, number, row.getLong(1), row.getInt(2), recorded,
                    true, List.of());
            }
        }
    }

    /**
     * A posting that many are compared with.
     *
     * @param hash of its content
     * @param recorded when
     */
    record Known(String hash, Instant recorded) {
    }

    /** The postings with these keys. */
    static Map<String, Known> find(Transaction transaction, Collection<String> keys) throws SQLException {
        Map<String, Known> result = new HashMap<>();
        new BulkSelect(transaction).each(
            "SELECT posting_key, content_hash, recorded_at FROM posting " + BulkSelect.by("posting_key_unique")
                + "WHERE posting_key IN ",
            keys, "",
            row -> result.put(row.getString(1), new Known(row.getString(2), Micros.toInstant(row.getLong(3)))));
        return result;
    }

}
