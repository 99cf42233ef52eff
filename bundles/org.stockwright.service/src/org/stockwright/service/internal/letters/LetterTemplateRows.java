package org.stockwright.service.internal.letters;

import java.io.ByteArrayInputStream;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.CodeLock;
import org.stockwright.service.internal.versions.Versions;

/** Reads and writes versions of letter templates. */
final class LetterTemplateRows {

    /** As long as a text of the sample can be. */
    static final int LONGEST_TEXT = 4_000;

    private static final String SELECT = "SELECT id, code, version, name, state, format, valid_from, valid_until, "
        + "stored_item_id, place_id, hash, written_by FROM letter_template";
    private static final String ORDER = " ORDER BY code, version";
    /** Says that a table or a row of it is there. */
    private static final Map<String, String> NOTHING = Map.of("", "");

    private final Transaction transaction;

    LetterTemplateRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A stored version.
     *
     * @param id its identity
     * @param template what it says
     * @param writer who wrote it last
     */
    record Stored(long id, LetterTemplate template, String writer) {
    }

    @FunctionalInterface
    private interface Reader {

        void read(ResultSet row) throws SQLException;

    }

    private void rows(String sql, long id, Reader reader) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /** All versions of all templates. */
    List<Stored> all() throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + ORDER)) {
            return read(select);
        }
    }

    /** All versions of one. */
    List<Stored> versions(String code) throws SQLException {
        if (!Versions.CODE.matcher(code).matches()) {
            return List.of();
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " WHERE code = ?" + ORDER)) {
            select.setString(1, code);
            return read(select);
        }
    }

    /** A version by its identity. */
    Optional<Stored> get(long id) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(SELECT + " WHERE id = ?")) {
            select.setLong(1, id);
            return read(select).stream().findFirst();
        }
    }

    /** The content of a version. */
    byte[] content(long id) throws SQLException {
        byte[][] content = new byte[1][];
        rows("SELECT content FROM letter_template WHERE id = ?", id, row -> content[0] = row.getBytes(1));
        return content[0];
    }

    private List<Stored> read(PreparedStatement select) throws SQLException {
        List<Stored> heads = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long item = row.getLong(9);
                Optional<LetterTemplate.Stored> stored = row.wasNull() ? Optional.empty()
                    : Optional.of(new LetterTemplate.Stored(new ItemId(item), new LocationId(row.getLong(10))));
                heads.add(new Stored(row.getLong(1),
                    new LetterTemplate(row.getString(2), row.getInt(3), row.getString(4),
                        State.valueOf(row.getString(5)),
                        LetterFormat.valueOf(row.getString(6)), row.getDate(7).toLocalDate(),
                        Optional.ofNullable(row.getDate(8)).map(Date::toLocalDate), stored, LetterData.of(Map.of()),
                        List.of(), row.getString(11)),
                    row.getString(12)));
            }
        }
        List<Stored> result = new ArrayList<>();
        for (Stored head : heads) {
            LetterTemplate template = head.template();
            result.add(new Stored(head.id(),
                new LetterTemplate(template.code(), template.version(), template.name(), template.state(),
                    template.format(), template.from(), template.until(), template.stored(), sample(head.id()),
                    fields(head.id()), template.hash()),
                head.writer()));
        }
        return result;
    }

    private LetterData sample(long id) throws SQLException {
        Map<String, String> fields = new HashMap<>();
        Map<String, TreeMap<Integer, Map<String, String>>> tables = new HashMap<>();
        rows("SELECT list, line, name, text FROM letter_sample WHERE template_id = ?", id, row -> {
            // Derby keeps an empty text as it is; a column that is not there is none
            if (row.getString(3).isEmpty()) {
                // of a table without rows, or a row without texts
                TreeMap<Integer, Map<String, String>> lines = tables.computeIfAbsent(row.getString(1),
                    list -> new TreeMap<>());
                if (row.getInt(2) > 0) {
                    lines.computeIfAbsent(row.getInt(2), line -> new LinkedHashMap<>());
                }
            } else if (row.getString(1).isEmpty()) {
                fields.put(row.getString(3), row.getString(4));
            } else {
                tables.computeIfAbsent(row.getString(1), list -> new TreeMap<>())
                    .computeIfAbsent(row.getInt(2), line -> new LinkedHashMap<>())
                    .put(row.getString(3), row.getString(4));
            }
        });
        Map<String, List<Map<String, String>>> lists = new HashMap<>();
        tables.forEach((name, lines) -> lists.put(name, List.copyOf(lines.values())));
        return new LetterData(fields, lists);
    }

    private List<LetterField> fields(long id) throws SQLException {
        List<LetterField> fields = new ArrayList<>();
        Map<String, Set<String>> columns = new TreeMap<>();
        Map<String, Boolean> required = new HashMap<>();
        rows("SELECT list, name, required FROM letter_field WHERE template_id = ? ORDER BY list, name", id, row -> {
            if (row.getString(1).isEmpty()) {
                fields.add(new LetterField(row.getString(2), false, Set.of(), row.getInt(3) == 1));
            } else {
                Set<String> names = columns.computeIfAbsent(row.getString(1), list -> new TreeSet<>());
                if (row.getString(2).isEmpty()) {
                    required.put(row.getString(1), row.getInt(3) == 1);
                } else {
                    names.add(row.getString(2));
                }
            }
        });
        columns.forEach(
            (list, names) -> fields.add(new LetterField(list, true, names, required.getOrDefault(list, true))));
        fields.sort((one, other) -> one.name().compareTo(other.name()));
        return fields;
    }

    /** Waits for whoever writes versions of the same template, which may be a new one. */
    void lock(String code) throws SQLException {
        CodeLock.LETTER.take(transaction, code);
    }

    /** Whether there are the item and the place. */
    boolean isKnown(LetterTemplate.Stored stored) throws SQLException {
        boolean[] known = new boolean[1];
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT i.id FROM item i, location l WHERE i.id = ? AND l.id = ?")) {
            select.setLong(1, stored.item().value());
            select.setLong(2, stored.place().value());
            try (ResultSet row = select.executeQuery()) {
                known[0] = row.next();
            }
        }
        return known[0];
    }

    /** Stores a draft under a new identity. */
    void insert(LetterTemplate template, byte[] content) throws SQLException {
        long id = transaction.nextId("service_seq");
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO letter_template (id, code, version, name, state, format, valid_from, valid_until, stored_item_id, "
                + "place_id, hash, content, written_by, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, template.code());
            insert.setInt(3, template.version());
            insert.setString(4, template.name());
            insert.setString(5, template.state().name());
            insert.setString(6, template.format().name());
            insert.setDate(7, Date.valueOf(template.from()));
            insert.setDate(8, template.until().map(Date::valueOf).orElse(null));
            insert.setObject(9, template.stored().map(stored -> stored.item().value()).orElse(null), Types.BIGINT);
            insert.setObject(10, template.stored().map(stored -> stored.place().value()).orElse(null), Types.BIGINT);
            insert.setString(11, template.hash());
            insert.setBinaryStream(12, new ByteArrayInputStream(content), content.length);
            insert.setString(13, transaction.user());
            insert.setLong(14, Micros.of(transaction.now()));
            insert.executeUpdate();
        }
        insertFields(id, template.fields());
        insertSample(id, template.sample());
    }

    private void insertFields(long id, List<LetterField> fields) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO letter_field (template_id, list, name, required) VALUES (?, ?, ?, ?)")) {
            for (LetterField field : fields) {
                for (String column : field.columns()) {
                    field(insert, id, field.name(), column, true);
                }
                field(insert, id, field.isTable() ? field.name() : "", field.isTable() ? "" : field.name(),
                    field.required());
            }
            insert.executeBatch();
        }
    }

    private static void field(PreparedStatement insert, long id, String list, String name, boolean required)
        throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, list);
        insert.setString(3, name);
        insert.setInt(4, required ? 1 : 0);
        insert.addBatch();
    }

    private void insertSample(long id, LetterData sample) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement(
                "INSERT INTO letter_sample (template_id, list, line, name, text) VALUES (?, ?, ?, ?, ?)")) {
            sample(insert, id, "", 0, sample.fields());
            for (Map.Entry<String, List<Map<String, String>>> table : sample.tables().entrySet()) {
                sample(insert, id, table.getKey(), 0, NOTHING);
                for (int i = 0; i < table.getValue().size(); i++) {
                    sample(insert, id, table.getKey(), i + 1, NOTHING);
                    sample(insert, id, table.getKey(), i + 1, table.getValue().get(i));
                }
            }
            insert.executeBatch();
        }
    }

    private static void sample(PreparedStatement insert, long id, String list, int line, Map<String, String> texts)
        throws SQLException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            insert.setLong(1, id);
            insert.setString(2, list);
            insert.setInt(3, line);
            insert.setString(4, text.getKey());
            insert.setString(5, text.getValue());
            insert.addBatch();
        }
    }

    /** Throws a draft away. */
    void delete(long id) throws SQLException {
        for (String sql : List.of("DELETE FROM letter_field WHERE template_id = ?",
            "DELETE FROM letter_sample WHERE template_id = ?", "DELETE FROM letter_template WHERE id = ?")) {
            try (PreparedStatement delete = transaction.connection().prepareStatement(sql)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    /** Approves a draft. */
    void approve(long id) throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE letter_template SET state = 'APPROVED', approved_by = ?, approved_at = ? WHERE id = ?")) {
            update.setString(1, transaction.user());
            update.setLong(2, Micros.of(transaction.now()));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** Lets a version end with a day; it is past when no day is left. */
    void end(long id, LocalDate last, State state) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE letter_template SET valid_until = ?, state = ? WHERE id = ?")) {
            update.setDate(1, Date.valueOf(last));
            update.setString(2, state.name());
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

}
