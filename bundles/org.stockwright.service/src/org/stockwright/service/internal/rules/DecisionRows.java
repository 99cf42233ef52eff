package org.stockwright.service.internal.rules;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.stockwright.base.Micros;
import org.stockwright.base.StoredText;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.internal.versions.Lines;

/** The log of decisions: rows are appended and read, nothing else. */
final class DecisionRows {

    private static final String SELECT = "SELECT id, decision_key, code, version, table_id, inputs, outcomes, decided_by, "
        + "decided_at FROM decision_log WHERE ";

    private final Transaction transaction;

    DecisionRows(Transaction transaction) {
        this.transaction = transaction;
    }

    /**
     * A decision as it is kept.
     *
     * @param id its identity; 0 while it is not kept
     * @param key the sender's
     * @param code of the table
     * @param version that decided
     * @param table the identity of the version
     * @param inputs what was known
     * @param rules that decided
     * @param outcomes of all these rules, one rule after the other
     * @param by who
     * @param at when
     */
    record Logged(long id, String key, String code, int version, long table, Map<String, String> inputs,
        List<Integer> rules, List<String> outcomes, String by, Instant at) {
    }

    /** Those that have one of these keys, by key. */
    Map<String, Logged> byKeys(Collection<String> keys) throws SQLException {
        List<Logged> found = new ArrayList<>();
        new BulkSelect(transaction).each(SELECT + "decision_key IN ", new TreeSet<>(keys), "",
            row -> found.add(head(row)));
        Map<String, Logged> result = new HashMap<>();
        withRules(found).forEach(one -> result.put(one.key(), one));
        return result;
    }

    /** The newest of a time; of all tables when the code is empty. */
    List<Logged> newest(String code, Instant from, Instant before, int limit) throws SQLException {
        List<Logged> found = new ArrayList<>();
        if (limit < 1) {
            return found;
        }
        String sql = SELECT + (code.isEmpty() ? "" : "code = ? AND ")
            + "decided_at >= ? AND decided_at < ? ORDER BY decided_at DESC, id DESC";
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setMaxRows(limit);
            int next = 1;
            if (!code.isEmpty()) {
                select.setString(next++, StoredText.mended(code));
            }
            select.setLong(next++, Micros.of(from));
            select.setLong(next, Micros.of(before));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(head(row));
                }
            }
        }
        return withRules(found);
    }

    private static Logged head(ResultSet row) throws SQLException {
        return new Logged(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5),
            Lines.named(row.getString(6)), List.of(), Lines.read(row.getString(7)), row.getString(8),
            Micros.toInstant(row.getLong(9)));
    }

    private List<Logged> withRules(List<Logged> heads) throws SQLException {
        Map<Long, TreeMap<Integer, Integer>> rules = new HashMap<>();
        TreeSet<Long> ids = new TreeSet<>();
        heads.forEach(head -> ids.add(head.id()));
        new BulkSelect(transaction).each("SELECT decision_id, nr, rule FROM decision_hit WHERE decision_id IN ", ids,
            "",
            row -> rules.computeIfAbsent(row.getLong(1), id -> new TreeMap<>()).put(row.getInt(2), row.getInt(3)));
        return heads.stream().map(head -> new Logged(head.id(), head.key(), head.code(), head.version(), head.table(),
            head.inputs(), List.copyOf(rules.getOrDefault(head.id(), new TreeMap<>()).values()), head.outcomes(),
            head.by(), head.at())).toList();
    }

    /** Appends decisions, made now by whoever acts. */
    void append(List<Logged> decisions) throws SQLException {
        if (decisions.isEmpty()) {
            return;
        }
        long id = transaction.nextIds("decision_seq", decisions.size());
        try (
            PreparedStatement head = transaction.connection().prepareStatement(
                "INSERT INTO decision_log (id, decision_key, code, version, table_id, inputs, outcomes, decided_by, "
                    + "decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            PreparedStatement hit = transaction.connection()
                .prepareStatement("INSERT INTO decision_hit (decision_id, nr, rule) VALUES (?, ?, ?)")) {
            for (Logged one : decisions) {
                head.setLong(1, id);
                head.setString(2, one.key());
                head.setString(3, one.code());
                head.setInt(4, one.version());
                head.setLong(5, one.table());
                head.setString(6, Lines.of(one.inputs()));
                head.setString(7, Lines.of(one.outcomes()));
                head.setString(8, one.by());
                head.setLong(9, Micros.of(one.at()));
                head.addBatch();
                for (int i = 0; i < one.rules().size(); i++) {
                    hit.setLong(1, id);
                    hit.setInt(2, i + 1);
                    hit.setInt(3, one.rules().get(i));
                    hit.addBatch();
                }
                id++;
            }
            head.executeBatch();
            hit.executeBatch();
        }
    }

    /**
     * How often something decided.
     *
     * @param count how often
     * @param last when last
     */
    record Use(long count, Instant last) {
    }

    /** By version and rule, how often it decided in a time; rule 0 is the whole version. */
    Map<Long, Map<Integer, Use>> uses(String code, Instant from, Instant before) throws SQLException {
        String of = code.isEmpty() ? "" : " AND l.code = ?";
        Map<Long, Map<Integer, Use>> result = new TreeMap<>();
        uses("SELECT l.table_id, h.rule, COUNT(*), MAX(l.decided_at) FROM decision_log l JOIN decision_hit h "
            + "ON h.decision_id = l.id WHERE l.decided_at >= ? AND l.decided_at < ?" + of
            + " GROUP BY l.table_id, h.rule", code, from, before, result);
        uses("SELECT l.table_id, 0, COUNT(*), MAX(l.decided_at) FROM decision_log l WHERE l.decided_at >= ? "
            + "AND l.decided_at < ?" + of + " GROUP BY l.table_id", code, from, before, result);
        return result;
    }

    private void uses(String sql, String code, Instant from, Instant before, Map<Long, Map<Integer, Use>> result)
        throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, Micros.of(from));
            select.setLong(2, Micros.of(before));
            if (!code.isEmpty()) {
                select.setString(3, StoredText.mended(code));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    result.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getInt(2),
                        new Use(row.getLong(3), Micros.toInstant(row.getLong(4))));
                }
            }
        }
    }

}
