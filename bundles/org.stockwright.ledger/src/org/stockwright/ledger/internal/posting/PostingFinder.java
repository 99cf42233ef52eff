package org.stockwright.ledger.internal.posting;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.PostingId;
import org.stockwright.base.StoredText;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingView;
import org.stockwright.persistence.Transaction;

/** Finds postings by key, number or reference. */
final class PostingFinder {

    private static final String SELECT = "SELECT p.id, p.posting_key, p.number, p.reference, p.note, p.user_name, "
        + "p.recorded_at, o.posting_key, r.posting_key FROM posting p LEFT JOIN posting o ON o.id = p.reverses_id "
        + "LEFT JOIN posting r ON r.reverses_id = p.id ";
    private static final String BEGINS = "LIKE ? ESCAPE '!'";

    private PostingFinder() {
    }

    /** The posting with this key or, when there is none, the latest with this document number. */
    static Optional<Long> id(Transaction transaction, String keyOrNumber) throws SQLException {
        for (String column : List.of("posting_key", "number")) {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT MAX(id) FROM posting WHERE " + column + " = ?")) {
                select.setString(1, StoredText.mended(keyOrNumber));
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getLong(1) != 0) {
                        return Optional.of(row.getLong(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    static Optional<PostingView> find(Transaction transaction, String keyOrNumber) throws SQLException {
        Optional<Long> id = id(transaction, keyOrNumber);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + "WHERE p.id = ?")) {
            select.setLong(1, id.get());
            return views(transaction, select).stream().findFirst();
        }
    }

    static List<PostingView> search(Transaction transaction, String text, int limit) throws SQLException {
        String pattern = StoredText.mended(text).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + "WHERE p.posting_key "
            + BEGINS + " OR p.number " + BEGINS + " OR p.reference " + BEGINS + " ORDER BY p.id DESC"
            + transaction.dialect().window(0, limit))) {
            select.setString(1, pattern);
            select.setString(2, pattern);
            select.setString(3, pattern);
            return views(transaction, select);
        }
    }

    private static List<PostingView> views(Transaction transaction, PreparedStatement select) throws SQLException {
        List<PostingView> heads = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                heads.add(new PostingView(new PostingId(row.getLong(1)), row.getString(2), text(row, 3),
                    text(row, 4), text(row, 5), row.getString(6), Micros.toInstant(row.getLong(7)),
                    Optional.ofNullable(row.getString(8)), Optional.ofNullable(row.getString(9)), List.of()));
            }
        }
        Map<Long, List<MovementView>> movements = PostedMovements.of(transaction,
            heads.stream().map(head -> head.id().value()).toList());
        return heads.stream().map(head -> new PostingView(head.id(), head.key(), head.number(), head.reference(),
            head.note(), head.user(), head.recorded(), head.reverses(), head.reversedBy(),
            movements.getOrDefault(head.id().value(), List.of()))).toList();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

}
