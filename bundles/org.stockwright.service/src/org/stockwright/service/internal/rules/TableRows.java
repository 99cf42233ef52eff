package org.stockwright.service.internal.rules;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.DecisionTable.Input;
import org.stockwright.service.DecisionTable.Output;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.internal.versions.Head;
import org.stockwright.service.internal.versions.Lines;

/** The rows of decision tables, below the heads of their versions. */
final class TableRows {

    private final Transaction transaction;

    TableRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /** What a version says, with its columns; without rules and samples. */
    List<DecisionTable> heads(List<Head> heads) throws SQLException {
        return read(heads, false);
    }

    /** All that versions say. */
    List<DecisionTable> whole(List<Head> heads) throws SQLException {
        return read(heads, true);
    }

    private List<DecisionTable> read(List<Head> heads, boolean whole) throws SQLException {
        List<Long> ids = heads.stream().map(Head::id).sorted().toList();
        BulkSelect select = new BulkSelect(transaction);
        Map<Long, HitPolicy> policies = new TreeMap<>();
        select.each("SELECT id, policy FROM decision_table WHERE id IN ", new TreeSet<>(ids), "",
            row -> policies.put(row.getLong(1), HitPolicy.valueOf(row.getString(2))));
        Map<Long, List<Input>> inputs = new TreeMap<>();
        Map<Long, List<Output>> outputs = new TreeMap<>();
        for (long id : ids) {
            columns(id, inputs.computeIfAbsent(id, key -> new ArrayList<>()),
                outputs.computeIfAbsent(id, key -> new ArrayList<>()));
        }
        List<DecisionTable> result = new ArrayList<>();
        for (Head head : heads) {
            result.add(new DecisionTable(head.code(), head.version(), head.name(), head.state(),
                policies.getOrDefault(head.id(), HitPolicy.UNIQUE), head.from(), head.until(),
                inputs.getOrDefault(head.id(), List.of()), outputs.getOrDefault(head.id(), List.of()),
                whole ? rules(head.id()) : List.of(), whole ? samples(head.id()) : List.of()));
        }
        return result;
    }

    private void columns(long id, List<Input> inputs, List<Output> outputs) throws SQLException {
        each("SELECT decided, name, type, choices FROM decision_column WHERE table_id = ? ORDER BY nr", id, row -> {
            Type type = Type.valueOf(row.getString(3));
            List<String> choices = Lines.read(row.getString(4));
            if (row.getInt(1) == 0) {
                inputs.add(new Input(row.getString(2), type, choices));
            } else {
                outputs.add(new Output(row.getString(2), type, choices));
            }
        });
    }

    private List<Rule> rules(long id) throws SQLException {
        List<Rule> rules = new ArrayList<>();
        each("SELECT conditions, outcomes, note FROM decision_rule WHERE table_id = ? ORDER BY nr", id,
            row -> rules.add(new Rule(Lines.read(row.getString(1)), Lines.read(row.getString(2)), row.getString(3))));
        return rules;
    }

    private List<Sample> samples(long id) throws SQLException {
        List<Sample> samples = new ArrayList<>();
        each("SELECT name, inputs, rules, outcomes FROM decision_sample WHERE table_id = ? ORDER BY nr", id,
            row -> samples.add(new Sample(row.getString(1), Lines.named(row.getString(2)),
                parts(Lines.read(row.getString(4)), row.getInt(3)))));
        return samples;
    }

    /** A list in so many parts of the same size. */
    static List<List<String>> parts(List<String> all, int count) {
        List<List<String>> result = new ArrayList<>();
        int size = count == 0 ? 0 : all.size() / count;
        for (int i = 0; i < count; i++) {
            result.add(all.subList(i * size, (i + 1) * size));
        }
        return result;
    }

    private void each(String sql, long id, BulkSelect.Row reader) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /** Stores what a version says. */
    void insert(long id, DecisionTable table) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO decision_table (id, policy) VALUES (?, ?)")) {
            insert.setLong(1, id);
            insert.setString(2, table.policy().name());
            insert.executeUpdate();
        }
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO decision_column (table_id, nr, decided, name, type, choices) VALUES (?, ?, ?, ?, ?, ?)")) {
            int number = 0;
            for (Input input : table.inputs()) {
                number++;
                column(insert, id, number, false, input);
            }
            for (Output output : table.outputs()) {
                number++;
                column(insert, id, number, true, new Input(output.name(), output.type(), output.choices()));
            }
            insert.executeBatch();
        }
        rules(id, table.rules());
        samples(id, table.samples());
    }

    private static void column(PreparedStatement insert, long id, int number, boolean decided, Input column)
        throws SQLException {
        insert.setLong(1, id);
        insert.setInt(2, number);
        insert.setInt(3, decided ? 1 : 0);
        insert.setString(4, column.name());
        insert.setString(5, column.type().name());
        insert.setString(6, Lines.of(column.choices()));
        insert.addBatch();
    }

    private void rules(long id, List<Rule> rules) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO decision_rule (table_id, nr, conditions, outcomes, note) VALUES (?, ?, ?, ?, ?)")) {
            for (int i = 0; i < rules.size(); i++) {
                insert.setLong(1, id);
                insert.setInt(2, i + 1);
                insert.setString(3, Lines.of(rules.get(i).conditions()));
                insert.setString(4, Lines.of(rules.get(i).outcomes()));
                insert.setString(5, rules.get(i).note());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void samples(long id, List<Sample> samples) throws SQLException {
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO decision_sample (table_id, nr, name, inputs, rules, outcomes) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < samples.size(); i++) {
                Sample sample = samples.get(i);
                insert.setLong(1, id);
                insert.setInt(2, i + 1);
                insert.setString(3, sample.name());
                insert.setString(4, Lines.of(new TreeMap<>(sample.inputs())));
                insert.setInt(5, sample.outcomes().size());
                insert.setString(6, Lines.of(sample.outcomes().stream().flatMap(List::stream).toList()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Deletes what a draft says. */
    void delete(long id) throws SQLException {
        for (String sql : List.of("DELETE FROM decision_sample WHERE table_id = ?",
            "DELETE FROM decision_rule WHERE table_id = ?", "DELETE FROM decision_column WHERE table_id = ?",
            "DELETE FROM decision_table WHERE id = ?")) {
            try (PreparedStatement delete = transaction.connection().prepareStatement(sql)) {
                delete.setLong(1, id);
                delete.executeUpdate();
            }
        }
    }

    /** The whole of one version. */
    DecisionTable whole(Head head) throws SQLException {
        return whole(List.of(head)).getFirst();
    }

    /** The whole of one version, if there is one. */
    Optional<DecisionTable> whole(Optional<Head> head) throws SQLException {
        return head.isEmpty() ? Optional.empty() : Optional.of(whole(head.get()));
    }

}
