package org.stockwright.persistence.internal.promotion;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A table with its columns in the order of their names, so that two databases list them alike.
 *
 * @param name in lower case
 * @param columns in the order of their names
 */
record Table(String name, List<Column> columns) {

    /** How a column's values are read, written and hashed. */
    enum Kind {
        INTEGER, DECIMAL, TEXT, DATE, BYTES
    }

    /**
     * A column.
     *
     * @param name in lower case
     * @param kind what its values are
     */
    record Column(String name, Kind kind) {
    }

    /** All tables of the connection's schema, by name. */
    static TreeMap<String, Table> all(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        TreeMap<String, Table> tables = new TreeMap<>();
        try (ResultSet rows = metaData.getTables(null, connection.getSchema(), null, new String[] { "TABLE" })) {
            while (rows.next()) {
                String stored = rows.getString("TABLE_NAME");
                String name = stored.toLowerCase(Locale.ROOT);
                tables.put(name, new Table(name, columns(metaData, connection.getSchema(), stored)));
            }
        }
        return tables;
    }

    private static List<Column> columns(DatabaseMetaData metaData, String schema, String table) throws SQLException {
        TreeMap<String, Column> columns = new TreeMap<>();
        try (ResultSet rows = metaData.getColumns(null, schema, table, null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                columns.put(name, new Column(name, kind(table + '.' + name, rows.getInt("DATA_TYPE"))));
            }
        }
        return new ArrayList<>(columns.values());
    }

    private static Kind kind(String column, int type) throws SQLException {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.INTEGER;
            case Types.DECIMAL, Types.NUMERIC -> Kind.DECIMAL;
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> Kind.TEXT;
            case Types.DATE -> Kind.DATE;
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Kind.BYTES;
            default -> throw new SQLException("The column " + column + " has the type " + type
                + ", of which nobody has said how it is copied");
        };
    }

    String select() {
        return "SELECT " + names() + " FROM " + name;
    }

    String insert() {
        return "INSERT INTO " + name + " (" + names() + ") VALUES ("
            + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ')';
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

}
