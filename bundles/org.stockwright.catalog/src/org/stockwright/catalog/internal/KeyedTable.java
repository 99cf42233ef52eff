package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

import org.stockwright.persistence.Transaction;

/**
 * A table of master data with the columns {@code id} and {@code version}, and values that are told apart by a key of
 * their own.
 *
 * @param <K> what tells its rows apart
 * @param <T> what a row says
 */
final class KeyedTable<K, T> {

    /** Reads what a row says. */
    @FunctionalInterface
    interface RowReader<T> {

        /** The columns stand in the order in which they were named, from 1. */
        T read(ResultSet row) throws SQLException;

    }

    /** A row as it is stored. */
    record Stored<T>(long id, long version, T value) {
    }

    private final String name;
    private final List<String> columns;
    private final RowReader<T> reader;
    private final Function<T, List<Object>> writer;
    private final Function<T, K> key;

    /**
     * A table.
     *
     * @param columns all but {@code id} and {@code version}
     * @param reader reads them
     * @param writer their values in the same order, as {@link Batch#add} takes them
     * @param key what tells a row apart
     */
    KeyedTable(String name, List<String> columns, RowReader<T> reader, Function<T, List<Object>> writer,
        Function<T, K> key) {
        this.name = name;
        this.columns = columns;
        this.reader = reader;
        this.writer = writer;
        this.key = key;
    }

    /** What tells a value apart from others. */
    K key(T value) {
        return key.apply(value);
    }

    /** The rows in which a column has one of these values, found by the index of a constraint. */
    Map<K, Stored<T>> load(Connection connection, String column, String constraint, Collection<?> values)
        throws SQLException {
        Map<K, Stored<T>> rows = new LinkedHashMap<>();
        Chunks.each(connection, select() + Chunks.by(constraint) + "WHERE " + column + " IN", values,
            row -> take(row, rows));
        return rows;
    }

    /** The rows that a condition finds; the table is called {@code t}. */
    List<T> find(Connection connection, String rest, Object... parameters) throws SQLException {
        Map<K, Stored<T>> rows = new LinkedHashMap<>();
        Chunks.query(connection, select() + rest, row -> take(row, rows), parameters);
        return rows.values().stream().map(Stored::value).toList();
    }

    /** The rows that a condition finds which ends with IN, once for each of the keys. */
    List<T> findEach(Connection connection, String rest, List<?> parameters, Collection<?> keys) throws SQLException {
        Map<K, Stored<T>> rows = new LinkedHashMap<>();
        Chunks.each(connection, select() + rest, parameters, keys, row -> take(row, rows));
        return rows.values().stream().map(Stored::value).toList();
    }

    private String select() {
        return "SELECT t." + String.join(", t.", columns) + ", t.id, t.version FROM " + name + " t";
    }

    private void take(ResultSet row, Map<K, Stored<T>> rows) throws SQLException {
        T value = reader.read(row);
        rows.put(key.apply(value),
            new Stored<>(row.getLong(columns.size() + 1), row.getLong(columns.size() + 2), value));
    }

    /** Stores new rows, and changed ones over those that are stored. */
    void store(Transaction tx, Map<K, Stored<T>> stored, Collection<T> changed) throws SQLException {
        List<T> made = changed.stream().filter(value -> !stored.containsKey(key.apply(value))).toList();
        long next = made.isEmpty() ? 0 : tx.nextIds("catalog_seq", made.size());
        tx.watchNew(name, LongStream.range(next, next + made.size()).boxed().toList());
        tx.watch(name, changed.stream().map(value -> stored.get(key.apply(value))).filter(old -> old != null)
            .map(Stored::id).toList());
        try (Batch update = new Batch(tx.connection(), "UPDATE " + name + " SET " + String.join(" = ?, ", columns)
            + " = ?, version = version + 1 WHERE id = ? AND version = ?");
            Batch insert = new Batch(tx.connection(), "INSERT INTO " + name + " (" + String.join(", ", columns)
                + ", id, version) VALUES (" + "?, ".repeat(columns.size()) + "?, 0)")) {
            for (T value : changed) {
                Stored<T> old = stored.get(key.apply(value));
                List<Object> values = new ArrayList<>(writer.apply(value));
                values.add(old == null ? next++ : old.id());
                if (old != null) {
                    values.add(old.version());
                }
                (old == null ? insert : update).add(values.toArray());
            }
            insert.finish();
            Races.requireAllFound(update.finish());
        }
    }

    /** Deletes rows. */
    void remove(Transaction tx, Collection<Stored<T>> rows) throws SQLException {
        tx.watch(name, rows.stream().map(Stored::id).toList());
        try (Batch delete = new Batch(tx.connection(), "DELETE FROM " + name + " WHERE id = ? AND version = ?")) {
            for (Stored<T> row : rows) {
                delete.add(row.id(), row.version());
            }
            Races.requireAllFound(delete.finish());
        }
    }

    /** A text as a column's value: nothing when it is empty. */
    static Object text(String text) {
        return text.isEmpty() ? Batch.Absent.TEXT : text;
    }

    /** A decimal number as a column's value. */
    static Object decimal(Optional<BigDecimal> number) {
        return number.<Object>map(value -> value).orElse(Batch.Absent.DECIMAL);
    }

    /** A whole number as a column's value. */
    static Object whole(Optional<Integer> number) {
        return number.<Object>map(value -> value).orElse(Batch.Absent.INTEGER);
    }

}
