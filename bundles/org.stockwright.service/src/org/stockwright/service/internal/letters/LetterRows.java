package org.stockwright.service.internal.letters;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Letter;
import org.stockwright.service.internal.Races;

/** Reads the records of letters, and adds some; they are never changed. */
final class LetterRows {

    private static final String SELECT = "SELECT l.letter_key, t.code, t.version, l.data_hash, l.file_hash, l.file_name, "
        + "l.file_size, l.merge_key, l.case_number, l.posting_key, l.made_by, l.made_at, l.template_id FROM letter l "
        + "JOIN letter_template t ON t.id = l.template_id WHERE ";
    private static final String ORDER = "l.id > 0 ORDER BY l.id DESC FETCH FIRST ";

    private final Transaction transaction;

    LetterRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A record.
     *
     * @param templateId the identity of the version that it was made by
     * @param letter what is recorded
     */
    record Recorded(long templateId, Letter letter) {
    }

    /** Those of these keys that there are. */
    Map<String, Recorded> find(List<String> keys) throws SQLException {
        Map<String, Recorded> found = new HashMap<>();
        if (keys.isEmpty() || !keys.stream().allMatch(StoredText::isSound)) {
            return found;
        }
        String sql = SELECT + "l.letter_key IN (" + String.join(", ", Collections.nCopies(keys.size(), "?")) + ")";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < keys.size(); i++) {
                select.setString(i + 1, keys.get(i));
            }
            read(select).forEach(one -> found.put(one.letter().key(), one));
        }
        return found;
    }

    /** The newest of those by a template, in a merge, for a case; empty texts are not asked for. */
    List<Letter> list(String template, String merge, String caseNumber, int most) throws SQLException {
        List<String> texts = new ArrayList<>();
        String sql = SELECT + filter("t.code = ? AND ", template, texts) + filter("l.merge_key = ? AND ", merge, texts)
            + filter("l.case_number = ? AND ", caseNumber, texts) + ORDER + Math.clamp(most, 1, 10_000) + " ROWS ONLY";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            for (int i = 0; i < texts.size(); i++) {
                select.setString(i + 1, texts.get(i));
            }
            return read(select).stream().map(Recorded::letter).toList();
        }
    }

    /** What is not asked for is left out, so that the index of what is asked for is used. */
    private static String filter(String condition, String text, List<String> texts) {
        if (text.isEmpty()) {
            return "";
        }
        texts.add(StoredText.mended(text));
        return condition;
    }

    private static List<Recorded> read(PreparedStatement select) throws SQLException {
        List<Recorded> result = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.add(new Recorded(row.getLong(13),
                    new Letter(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), row.getString(5),
                        row.getString(6), row.getLong(7), Optional.ofNullable(row.getString(8)),
                        Optional.ofNullable(row.getString(9)), Optional.ofNullable(row.getString(10)),
                        row.getString(11),
                        Micros.toInstant(row.getLong(12)))));
            }
        }
        return result;
    }

    /** Records letters of one version. */
    void insert(long template, List<Letter> letters) throws SQLException {
        long id = transaction.nextIds("service_seq", letters.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO letter (id, letter_key, template_id, data_hash, file_hash, file_name, file_size, merge_key, "
                + "case_number, posting_key, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Letter letter : letters) {
                insert.setLong(1, id);
                insert.setString(2, letter.key());
                insert.setLong(3, template);
                insert.setString(4, letter.dataHash());
                insert.setString(5, letter.fileHash());
                insert.setString(6, letter.fileName());
                insert.setLong(7, letter.size());
                insert.setString(8, letter.merge().orElse(null));
                insert.setString(9, letter.caseNumber().orElse(null));
                insert.setString(10, letter.posting().orElse(null));
                insert.setString(11, letter.user());
                insert.setLong(12, Micros.of(letter.made()));
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw Races.again(e);
        }
    }

}
