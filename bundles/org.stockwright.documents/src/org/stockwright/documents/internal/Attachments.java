package org.stockwright.documents.internal;

import java.io.ByteArrayInputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.persistence.Transaction;

/** Files attached to documents: appended, never changed. */
final class Attachments {

    private final Transaction transaction;

    Attachments(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Attaches a file; refused when it is too large or its name too long. */
    Outcome<Attachment> add(DocumentId document, String name, String mediaType, byte[] content) throws SQLException {
        if (content.length == 0 || content.length > Documents.MAX_ATTACHMENT) {
            return Outcome.refused(Refusal
                .of(DocumentRefusal.BAD_ATTACHMENT, name, content.length, Documents.MAX_ATTACHMENT)
                .hint("Attach a smaller file, or a link to it as a note."));
        }
        if (name.isBlank() || !DocumentTexts.fits(name, DocumentTexts.MAX_FILE_NAME)
            || !DocumentTexts.fits(mediaType, DocumentTexts.MAX_MEDIA_TYPE)) {
            return Outcome.refused(DocumentRefusal.BAD_TEXT, "file name", DocumentTexts.MAX_FILE_NAME);
        }
        Attachment made = new Attachment(transaction.nextId("document_seq"), name, mediaType, content.length,
            Sha256.hex(Sha256.digest().digest(content)), transaction.user(),
            Micros.toInstant(Micros.of(transaction.now())));
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO document_attachment "
            + "(id, document_id, name, media_type, size, sha256, content, user_name, created_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, made.id());
            insert.setLong(2, document.value());
            insert.setString(3, name);
            insert.setString(4, mediaType);
            insert.setLong(5, content.length);
            insert.setString(6, made.sha256());
            insert.setBinaryStream(7, new ByteArrayInputStream(content), content.length);
            insert.setString(8, made.user());
            insert.setLong(9, Micros.of(made.created()));
            insert.executeUpdate();
        }
        return Outcome.done(made);
    }

    List<Attachment> list(DocumentId document) throws SQLException {
        List<Attachment> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT id, name, media_type, size, "
            + "sha256, user_name, created_at FROM document_attachment WHERE document_id = ? ORDER BY id")) {
            select.setLong(1, document.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Attachment(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4),
                        row.getString(5), row.getString(6), Micros.toInstant(row.getLong(7))));
                }
            }
        }
        return result;
    }

    /** The content with the document that it belongs to. */
    Optional<Content> content(long id) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT document_id, content FROM document_attachment WHERE id = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Content(new DocumentId(row.getLong(1)), row.getBytes(2)))
                    : Optional.empty();
            }
        }
    }

    /**
     * A file.
     *
     * @param document that it belongs to
     * @param bytes its content
     */
    record Content(DocumentId document, byte[] bytes) {
    }

}
