package org.stockwright.service.internal.stock;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.spi.StageAutomation;

/**
 * What stages came to, for units of batches and for cases: in words, in data, in files. Appended, never changed. The unit 0 is
 * the whole of a batch or case, the stage 0 what it began with.
 */
public final class ResultRows {

    /** The longest summary. */
    public static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_VALUE = 2_000;
    private static final int MOST_VALUES = 200;

    private final Transaction transaction;

    /** In a transaction. */
    public ResultRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What a result is of. */
    public record Of(DocumentId document, int unit, int stage) {
    }

    /** What of words and data cannot be kept. */
    public static List<Refusal> check(String summary, Map<String, String> data) {
        List<Refusal> refusals = new ArrayList<>();
        if (!fits(summary, LONGEST_SUMMARY)) {
            refusals.add(unfit("summary", LONGEST_SUMMARY));
        }
        if (data.size() > MOST_VALUES) {
            refusals.add(Refusal.of(ServiceRefusal.TOO_MUCH_DATA, MOST_VALUES)
                .hint("Leave out what no later stage needs."));
        }
        data.forEach((name, value) -> {
            if (name.isBlank() || !fits(name, LONGEST_NAME)) {
                refusals.add(Refusal.of(ServiceRefusal.BAD_WORDS, "name of a value", LONGEST_NAME)
                    .hint("A name has at least one letter."));
            } else if (value.length() > LONGEST_VALUE || !StoredText.isSound(value)) {
                refusals.add(unfit("value of " + name, LONGEST_VALUE));
            }
        });
        return refusals;
    }

    /** A text that cannot be kept: which, and how long it may be. */
    public static Refusal unfit(String what, int longest) {
        return Refusal.of(ServiceRefusal.BAD_WORDS, what, longest)
            .hint("Write it shorter, without control characters.");
    }

    /** Whether a text can be kept. */
    public static boolean fits(String text, int longest) {
        return text.length() <= longest && StoredText.isSound(text) && text.chars().noneMatch(Character::isISOControl);
    }

    /** Keeps a result that {@link #check} has nothing against. */
    public void add(Of of, String summary, Map<String, String> data) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO service_result "
            + "(document_id, unit, stage, summary, user_name, recorded_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            set(insert, of);
            insert.setString(4, summary);
            insert.setString(5, transaction.user());
            insert.setLong(6, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        if (data.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_result_value (document_id, unit, stage, name, content) VALUES (?, ?, ?, ?, ?)")) {
            for (Map.Entry<String, String> one : new TreeMap<>(data).entrySet()) {
                set(insert, of);
                insert.setString(4, one.getKey());
                insert.setString(5, one.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Keeps what automation came to; its files are attached to the document. */
    public Outcome<Of> add(DocumentBook book, Of of, StageAutomation.Result result) throws SQLException {
        List<Refusal> refusals = check(result.summary(), result.data());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        add(of, result.summary(), result.data());
        for (StageAutomation.File file : result.files()) {
            String name = of.unit() == 0 ? file.name() : String.format("%04d %s", of.unit(), file.name());
            Outcome<Attachment> attached = book.attach(transaction, of.document(), name, file.type(), file.content());
            if (!attached.isDone()) {
                return Outcome.refused(attached.refusals());
            }
            file(of, attached.value().id());
        }
        return Outcome.done(of);
    }

    private void file(Of of, long attachment) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO service_result_file (document_id, unit, stage, attachment_id) VALUES (?, ?, ?, ?)")) {
            set(insert, of);
            insert.setLong(4, attachment);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Of of) throws SQLException {
        statement.setLong(1, of.document().value());
        statement.setInt(2, of.unit());
        statement.setInt(3, of.stage());
    }

    /** The units of a document that have a result of a stage. */
    public Set<Integer> done(DocumentId document, int stage) throws SQLException {
        Set<Integer> result = new HashSet<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT unit FROM service_result WHERE document_id = ? AND stage = ?")) {
            select.setLong(1, document.value());
            select.setInt(2, stage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getInt(1));
                }
            }
        }
        return result;
    }

    /** What is known of a unit, by name; what later stages say comes before what earlier ones said. */
    public Map<String, String> data(DocumentId document, int unit) throws SQLException {
        Map<String, String> result = new LinkedHashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement("SELECT name, content "
            + "FROM service_result_value WHERE document_id = ? AND unit = ? ORDER BY stage, name")) {
            select.setLong(1, document.value());
            select.setInt(2, unit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.put(row.getString(1), row.getString(2));
                }
            }
        }
        return result;
    }

    /** The files of a unit: name, type and number of the attachment, in the order in which they were made. */
    public List<Attached> files(DocumentId document, int unit) throws SQLException {
        List<Attached> result = new ArrayList<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT a.id, a.name, a.media_type FROM service_result_file f "
                + "JOIN document_attachment a ON a.id = f.attachment_id WHERE f.document_id = ? AND f.unit = ? "
                + "ORDER BY a.id")) {
            select.setLong(1, document.value());
            select.setInt(2, unit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(new Attached(row.getLong(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return result;
    }

    /** A file that is attached. */
    public record Attached(long id, String name, String type) {
    }

}
