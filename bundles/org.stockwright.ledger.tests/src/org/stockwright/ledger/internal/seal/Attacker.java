package org.stockwright.ledger.internal.seal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.Transaction;

/** Somebody with every right on the database: takes triggers and constraints away and changes what he likes. */
final class Attacker {

    static final List<String> TABLES = List.of("movement", "posting", "balance", "seal_block");

    private final Connection connection;

    /** Takes away what would refuse him; undone with the transaction. */
    Attacker(Transaction transaction) throws SQLException {
        this.connection = transaction.connection();
        boolean derby = transaction.dialect() == Dialect.DERBY;
        if (!derby) {
            sql("SET LOCAL ROLE NONE");
        }
        if (!derby) {
            // the product's own role may only add and read
            sql("RESET ROLE");
        }
        for (String table : List.of("movement", "posting", "seal_block")) {
            if (derby) {
                sql("DROP TRIGGER " + table + "_no_update");
                sql("DROP TRIGGER " + table + "_no_delete");
            } else {
                sql("DROP TRIGGER " + table + "_append_only ON " + table);
            }
        }
        for (String key : foreignKeys()) {
            sql(key);
        }
        for (String constraint : List.of("movement DROP CONSTRAINT movement_two_places",
            "movement DROP CONSTRAINT movement_line_unique", "posting DROP CONSTRAINT posting_key_unique",
            "posting DROP CONSTRAINT posting_reversed_once", "balance DROP CONSTRAINT balance_unique")) {
            sql("ALTER TABLE " + constraint);
        }
    }

    private Set<String> foreignKeys() throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        Set<String> drops = new LinkedHashSet<>();
        for (String table : TABLES) {
            try (ResultSet keys = metaData.getImportedKeys(null, null, named(table))) {
                drops(keys, drops);
            }
            try (ResultSet keys = metaData.getExportedKeys(null, null, named(table))) {
                drops(keys, drops);
            }
        }
        return drops;
    }

    private static void drops(ResultSet keys, Set<String> drops) throws SQLException {
        while (keys.next()) {
            drops.add("ALTER TABLE " + keys.getString("FKTABLE_NAME") + " DROP CONSTRAINT "
                + keys.getString("FK_NAME"));
        }
    }

    private String named(String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    /** The columns of a table, small letters. */
    List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, null, named(table), null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    int sql(String statement, Object... values) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof byte[] bytes) {
                    sql.setBytes(i + 1, bytes);
                } else {
                    sql.setObject(i + 1, values[i]);
                }
            }
            return sql.executeUpdate();
        }
    }

    List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(query)) {
            while (row.next()) {
                numbers.add(row.getLong(1));
            }
        }
        return numbers;
    }

    /** One value changed to another of its type, as little as possible. */
    record Flip(String table, String key, long id, String column, Object before, Object after) {

        @Override
        public String toString() {
            return table + "." + column + " of " + id + " from " + before + " to " + after;
        }

    }

    Flip flip(String table, String key, long id, String column) throws SQLException {
        Object before = value(table, key, id, column);
        Flip flip = new Flip(table, key, id, column, before, other(table, column, before));
        set(flip, id, flip.after);
        return flip;
    }

    /** Puts it back. */
    void undo(Flip flip) throws SQLException {
        set(flip, flip.column.equals(flip.key) ? (Long) flip.after : flip.id, flip.before);
    }

    private void set(Flip flip, long id, Object value) throws SQLException {
        String set = "UPDATE " + flip.table + " SET " + flip.column + " = " + (value == null ? "NULL" : "?")
            + " WHERE " + flip.key + " = ?";
        int rows = value == null ? sql(set, id) : sql(set, value, id);
        if (rows != 1) {
            throw new AssertionError(rows + " rows changed: " + flip);
        }
    }

    private Object value(String table, String key, long id, String column) throws SQLException {
        try (PreparedStatement select = connection
            .prepareStatement("SELECT " + column + " FROM " + table + " WHERE " + key + " = ?")) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return column.equals("prints") ? row.getBytes(1) : row.getObject(1);
            }
        }
    }

    private static final Set<String> NUMBERS = Set.of("reverses_id", "reverses_seq");
    private static final Set<String> DECIMALS = Set.of("unit_cost");

    private Object other(String table, String column, Object before) {
        return switch (before) {
            case null -> NUMBERS.contains(column) ? (Object) 1L : DECIMALS.contains(column) ? BigDecimal.ONE : "";
            case Long number -> isKey(table, column) ? number + 1_000_000_000L : number + 1;
            case Integer number -> number + 1;
            case BigDecimal decimal -> decimal.add(new BigDecimal("0.000000001"));
            case String text -> text.isEmpty() ? "x"
                : text.substring(0, text.length() - 1) + (text.endsWith("0") ? '1' : '0');
            case byte[] bytes -> {
                byte[] changed = Arrays.copyOf(bytes, bytes.length);
                changed[changed.length - 1] ^= 1;
                yield changed;
            }
            default -> throw new IllegalStateException(table + "." + column + " has a type of its own");
        };
    }

    private static boolean isKey(String table, String column) {
        return table.equals("movement") && column.equals("seq") || column.equals("id") || column.equals("number");
    }

}
