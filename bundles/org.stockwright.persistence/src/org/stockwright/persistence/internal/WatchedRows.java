package org.stockwright.persistence.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.Dialect;

/**
 * Reads rows of master data as texts that a person understands: numbers without trailing zeros, instants in ISO 8601,
 * and codes for rows that are named.
 */
final class WatchedRows {

    /** In the place of a row that is not there. */
    static final Row NOTHING = new Row("", Map.of(), Map.of());

    private final KeyQuery query;
    /** The codes of rows that others name, by table and number. */
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    WatchedRows(Connection connection, Dialect dialect) {
        this.query = new KeyQuery(connection, dialect);
    }

    /**
     * A row.
     *
     * @param key what a person calls it
     * @param values column to text; empty columns are missing
     * @param parts field to what belongs to the row
     */
    record Row(String key, Map<String, String> values, Map<String, Set<String>> parts) {

        /** What belongs to it of one kind. */
        Set<String> parts(WatchedParts kind) {
            return parts.getOrDefault(kind.field(), Set.of());
        }

    }

    /** The rows that belong to these keys, by key and then by what tells the table's rows apart. */
    Map<Object, Map<String, Row>> read(WatchedTable table, List<?> keys) throws SQLException {
        Map<Object, List<Map<String, String>>> raw = new LinkedHashMap<>();
        query.each("SELECT * FROM " + table.name(), table.by(), table.constraint(), keys, row -> {
            Map<String, String> values = values(row);
            table.telling().flags().keySet()
                .forEach(flag -> values.computeIfPresent(flag, (name, number) -> String.valueOf(!number.equals("0"))));
            Object by = keys.getFirst() instanceof String ? values.get(table.by())
                : Long.valueOf(values.get(table.by()));
            raw.computeIfAbsent(by, key -> new ArrayList<>()).add(values);
        });
        nameAll(table, raw.values());
        Map<String, Map<String, Set<String>>> parts = new HashMap<>();
        for (WatchedParts kind : table.telling().parts()) {
            readParts(kind, keys, parts);
        }
        Map<Object, Map<String, Row>> rows = new HashMap<>();
        raw.forEach((by, all) -> {
            Map<String, Row> found = new LinkedHashMap<>();
            for (Map<String, String> values : all) {
                String id = values.get(table.id());
                found.put(id, new Row(key(table, values), values, parts.getOrDefault(id, Map.of())));
            }
            rows.put(by, found);
        });
        return rows;
    }

    /** Adds the parts of one kind, by the number of their row and by their field. */
    private void readParts(WatchedParts kind, List<?> keys, Map<String, Map<String, Set<String>>> parts)
        throws SQLException {
        List<Map<String, String>> raw = new ArrayList<>();
        query.each("SELECT * FROM " + kind.table(), kind.by(), kind.constraint(), keys, row -> raw.add(values(row)));
        Map<String, String> known = codes.computeIfAbsent(kind.named(), name -> new HashMap<>());
        if (!kind.named().isEmpty()) {
            learn(kind.named(), raw.stream().map(values -> values.get(kind.main())).filter(id -> !known.containsKey(id))
                .distinct().map(Long::valueOf).toList(), known);
        }
        for (Map<String, String> values : raw) {
            String owner = values.remove(kind.by());
            String main = values.remove(kind.main());
            String more = values.entrySet().stream()
                .map(each -> each.getKey().replace('_', ' ') + ' ' + each.getValue())
                .collect(Collectors.joining(", "));
            parts.computeIfAbsent(owner, id -> new HashMap<>()).computeIfAbsent(kind.field(), field -> new HashSet<>())
                .add(known.getOrDefault(main, main) + (more.isEmpty() ? "" : " (" + more + ")"));
        }
    }

    private static String key(WatchedTable table, Map<String, String> values) {
        List<String> parts = new ArrayList<>();
        for (String column : table.key()) {
            parts.add(values.getOrDefault(column, ""));
        }
        return String.join(" / ", parts);
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        ResultSetMetaData shape = row.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= shape.getColumnCount(); i++) {
            String name = shape.getColumnName(i).toLowerCase(Locale.ROOT);
            String text = text(row, i, name, shape.getColumnType(i));
            if (text != null) {
                values.put(name, text);
            }
        }
        return values;
    }

    private static String text(ResultSet row, int index, String name, int type) throws SQLException {
        switch (type) {
            case Types.DECIMAL, Types.NUMERIC:
                BigDecimal number = row.getBigDecimal(index);
                return number == null ? null : plain(number);
            case Types.BIGINT:
                long whole = row.getLong(index);
                if (row.wasNull()) {
                    return null;
                }
                return name.endsWith("_at") || name.endsWith("_until") ? MicrosConverter.toInstant(whole).toString()
                    : String.valueOf(whole);
            case Types.CHAR:
                String padded = row.getString(index);
                return padded == null ? null : padded.stripTrailing();
            default:
                return row.getString(index);
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Puts codes in the place of numbers; a row that is gone keeps its number. */
    private void nameAll(WatchedTable table, Iterable<List<Map<String, String>>> rows) throws SQLException {
        remember(table, rows);
        for (Map.Entry<String, String> reference : table.references().entrySet()) {
            String column = reference.getKey();
            String named = reference.getValue();
            Map<String, String> known = codes.computeIfAbsent(named, name -> new HashMap<>());
            Set<Long> unknown = new LinkedHashSet<>();
            for (List<Map<String, String>> all : rows) {
                for (Map<String, String> values : all) {
                    String number = values.get(column);
                    if (number != null && !known.containsKey(number)) {
                        unknown.add(Long.valueOf(number));
                    }
                }
            }
            learn(named, List.copyOf(unknown), known);
            for (List<Map<String, String>> all : rows) {
                all.forEach(values -> values.computeIfPresent(column, (name, id) -> known.getOrDefault(id, id)));
            }
        }
    }

    /** The rows themselves may be named by the next table's rows. */
    private void remember(WatchedTable table, Iterable<List<Map<String, String>>> rows) {
        String code = WatchedTable.codeOf(table.name());
        if (code != null) {
            Map<String, String> known = codes.computeIfAbsent(table.name(), name -> new HashMap<>());
            rows.forEach(all -> all.forEach(values -> known.put(values.get("id"), values.get(code))));
        }
    }

    private void learn(String named, List<Long> unknown, Map<String, String> known) throws SQLException {
        WatchedTable table = WatchedTable.named(named);
        String constraint = table.by().equals("id") ? table.constraint() : "";
        for (int from = 0; from < unknown.size(); from += KeyQuery.MOST) {
            query.each("SELECT id, " + WatchedTable.codeOf(named) + " FROM " + named, "id", constraint,
                unknown.subList(from, Math.min(from + KeyQuery.MOST, unknown.size())),
                row -> known.put(row.getString(1), row.getString(2)));
        }
    }

}
