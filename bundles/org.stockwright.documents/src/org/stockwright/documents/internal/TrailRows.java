package org.stockwright.documents.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;

/** The trail of documents: what was done to each, appended and never changed. */
final class TrailRows {

    private static final String INSERT = "INSERT INTO document_event (id, document_id, action, state, detail, user_name, "
        + "recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final Transaction transaction;

    TrailRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * Something for the trail.
     *
     * @param document whose
     * @param action what was done
     * @param state the state that it is in afterwards
     * @param detail more to know
     */
    record Event(long document, String action, String state, String detail) {
    }

    void add(List<Event> events) throws SQLException {
        transaction.changes(Topic.DOCUMENTS);
        long id = transaction.nextIds("document_seq", events.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement(INSERT)) {
            for (Event event : events) {
                insert.setLong(1, id);
                insert.setLong(2, event.document());
                insert.setString(3, event.action());
                insert.setString(4, event.state());
                insert.setString(5, event.detail().length() <= DocumentTexts.MAX_DETAIL ? event.detail()
                    : event.detail().substring(0, DocumentTexts.MAX_DETAIL - 1) + "…");
                insert.setString(6, transaction.user());
                insert.setLong(7, Micros.of(transaction.now()));
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
    }

}
