package org.stockwright.fulfilment.internal.orders;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Task;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** The most urgent open documents that something is to be done with, for the inbox: never more than are shown. */
public final class UrgentDocuments {

    private static final String COUNTED = "SELECT d.id, COUNT(DISTINCT a.line_id) FROM " + BulkSelect.inOrder()
        + "document d " + BulkSelect.byIndex("document_open_ix") + "JOIN allocation a "
        + BulkSelect.byIndex("allocation_document_ix") + "ON a.document_id = d.id AND a.stage = ? JOIN reservation r "
        + BulkSelect.by("reservation_key_unique") + "ON r.reservation_key = a.reservation_key ";
    private static final String HEADS = "SELECT d.id, 0 FROM document d " + BulkSelect.byIndex("document_open_ix");
    private static final String OPEN = "WHERE d.is_open = 1 AND d.kind IN ";
    private static final String STATES = " AND d.state IN ";
    private static final String GROUPED = " AND r.open_quantity > 0 GROUP BY d.id, d.priority, d.due_on";
    /** High priority first, then what is due first; what has no day comes last. */
    private static final String ORDER = " ORDER BY d.priority DESC, CASE WHEN d.due_on IS NULL THEN 1 ELSE 0 END, "
        + "d.due_on, d.id";

    private final DocumentBook book;
    private final Transaction transaction;

    /** In a transaction. */
    public UrgentDocuments(DocumentBook book, Transaction transaction) {
        this.book = book;
        this.transaction = transaction;
    }

    /** Open documents of these kinds in these states with their lines, the most urgent first. */
    public List<Document> in(List<String> kinds, List<String> states, int limit) throws SQLException {
        return new ArrayList<>(read(HEADS, List.of(), kinds, states, "", limit).keySet());
    }

    /** Orders that stock is held for at a stage, the most urgent first, each with the number of such lines. */
    public Map<Document, Integer> held(String stage, List<String> kinds, List<String> states, int limit)
        throws SQLException {
        return read(COUNTED, List.of(stage), kinds, states, GROUPED, limit);
    }

    private Map<Document, Integer> read(String select, List<String> before, List<String> kinds, List<String> states,
        String after, int limit) throws SQLException {
        String sql = select + OPEN + marks(kinds) + STATES + marks(states) + after + ORDER
            + transaction.dialect().window(0, limit);
        List<String> values = new ArrayList<>(before);
        values.addAll(kinds);
        values.addAll(states);
        Map<DocumentId, Integer> counts = new LinkedHashMap<>();
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setString(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(new DocumentId(row.getLong(1)), row.getInt(2));
                }
            }
        }
        Map<DocumentId, Document> documents = new HashMap<>();
        book.read(transaction, counts.keySet()).forEach(document -> documents.put(document.id(), document));
        Map<Document, Integer> result = new LinkedHashMap<>();
        counts.forEach((id, count) -> result.put(Objects.requireNonNull(documents.get(id)), count));
        return result;
    }

    private static String marks(List<String> values) {
        return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
    }

    /** A task that a document poses: whose it is, and how much there is to do. */
    public static Task task(String topic, String title, Document document, String howMuch) {
        return new Task(topic, title, document.number(), document.id(), whose(document) + ": " + howMuch,
            document.due(), document.priority());
    }

    /** Whose it is: the customer's, that of a department, or that of a place of ours. */
    private static String whose(Document document) {
        return List.of(document.partnerName(), document.department(), document.targetCode(), document.user()).stream()
            .filter(text -> !text.isEmpty()).findFirst().orElse(document.number());
    }

    /** So many lines, in words. */
    public static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }

}
