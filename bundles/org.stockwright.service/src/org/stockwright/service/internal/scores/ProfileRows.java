package org.stockwright.service.internal.scores;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.internal.versions.Lines;
import org.stockwright.service.internal.versions.Versions;

/** The rows of profiles of clients. */
final class ProfileRows {

    private final Transaction transaction;

    ProfileRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Waits for whoever changes fields or profiles. */
    void lock() throws SQLException {
        Versions.lock(transaction, "PROFILE");
    }

    /**
     * A stored field.
     *
     * @param id its identity
     * @param field what it is
     */
    record Stored(long id, Field field) {
    }

    /** All fields by name. */
    SortedMap<String, Stored> fields() throws SQLException {
        SortedMap<String, Stored> result = new TreeMap<>();
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT id, name, type, choices FROM client_field ORDER BY id");
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getString(2), new Stored(row.getLong(1), new Field(row.getString(2),
                    Type.valueOf(row.getString(3)), Lines.read(row.getString(4)))));
            }
        }
        return result;
    }

    void insert(Field field) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO client_field (id, name, type, choices) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, transaction.nextId("service_rule_seq"));
            insert.setString(2, field.name());
            insert.setString(3, field.type().name());
            insert.setString(4, Lines.of(field.choices()));
            insert.executeUpdate();
        }
    }

    void choices(long id, List<String> choices) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE client_field SET choices = ? WHERE id = ?")) {
            update.setString(1, Lines.of(choices));
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    /** The clients with a profile behind a number, by number. */
    List<Long> clients(long behind, int limit) throws SQLException {
        List<Long> result = new ArrayList<>();
        if (limit < 1) {
            return result;
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT DISTINCT partner_id FROM client_value WHERE partner_id > ? ORDER BY partner_id")) {
            select.setMaxRows(limit);
            select.setLong(1, behind);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.add(row.getLong(1));
                }
            }
        }
        return result;
    }

    /** How many clients have a profile. */
    long count() throws SQLException {
        try (
            PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT COUNT(DISTINCT partner_id) FROM client_value");
            ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is known of clients, by client and the name of the field. */
    Map<Long, SortedMap<String, String>> values(Collection<Long> clients) throws SQLException {
        Map<Long, SortedMap<String, String>> result = new HashMap<>();
        new BulkSelect(transaction).each(
            "SELECT v.partner_id, f.name, v.value_text FROM client_value v JOIN client_field f "
                + "ON f.id = v.field_id WHERE v.partner_id IN ",
            new TreeSet<>(clients), "",
            row -> result.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getString(2),
                row.getString(3)));
        return result;
    }

    /** The codes of partners that there are. */
    Map<Long, String> codes(Collection<Long> partners) throws SQLException {
        Map<Long, String> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT id, code FROM partner WHERE id IN ", new TreeSet<>(partners), "",
            row -> result.put(row.getLong(1), row.getString(2)));
        return result;
    }

    /** The partners that have these codes. */
    Map<String, Long> partners(Collection<String> codes) throws SQLException {
        Map<String, Long> result = new HashMap<>();
        new BulkSelect(transaction).each("SELECT id, code FROM partner WHERE code IN ", new TreeSet<>(codes), "",
            row -> result.put(row.getString(2), row.getLong(1)));
        return result;
    }

    /**
     * A value that is stored, or taken away when it is empty.
     *
     * @param client whose
     * @param field of which field
     * @param text the value
     */
    record Change(long client, long field, String text) {
    }

    /** Of several changes of one value the last one counts. */
    void write(List<Change> changes) throws SQLException {
        Map<List<Long>, Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(List.of(change.client(), change.field()), change));
        try (
            PreparedStatement delete = transaction.connection()
                .prepareStatement("DELETE FROM client_value WHERE partner_id = ? AND field_id = ?");
            PreparedStatement insert = transaction.connection()
                .prepareStatement("INSERT INTO client_value (partner_id, "
                    + "field_id, value_text, changed_by, changed_at) VALUES (?, ?, ?, ?, ?)")) {
            for (Change change : last.values()) {
                delete.setLong(1, change.client());
                delete.setLong(2, change.field());
                delete.addBatch();
                if (!change.text().isEmpty()) {
                    insert.setLong(1, change.client());
                    insert.setLong(2, change.field());
                    insert.setString(3, change.text());
                    insert.setString(4, transaction.user());
                    insert.setLong(5, Micros.of(transaction.now()));
                    insert.addBatch();
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }

}
