package org.stockwright.documents.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Micros;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentId;
import org.stockwright.persistence.Transaction;

/** Reads who did what to a document. */
public final class DocumentTrail {

    private DocumentTrail() {
    }

    /** The events of a document, oldest first. */
    public static List<DocumentEvent> read(Transaction transaction, DocumentId id) throws SQLException {
        List<DocumentEvent> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT action, state, detail, "
            + "user_name, recorded_at FROM document_event WHERE document_id = ? ORDER BY id")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new DocumentEvent(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), Micros.toInstant(row.getLong(5))));
                }
            }
        }
        return result;
    }

}
