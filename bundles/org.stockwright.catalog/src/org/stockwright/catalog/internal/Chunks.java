package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

import org.stockwright.base.StoredText;

/**
 * Queries for many keys at once: {@code … IN (?, ?, …)}. The lists come in a few lengths only, filled up with the last
 * key, so that the database compiles few statements.
 */
final class Chunks {

    private static final int[] SIZES = { 1, 16, 500 };

    private Chunks() {
    }

    /** Takes a row of the answer. */
    @FunctionalInterface
    interface RowReader {

        void take(ResultSet row) throws SQLException;

    }

    /**
     * Stands behind a table in a query for many keys and names the constraint whose index finds them. Derby keeps the
     * plan that it made when the table was empty, which is a scan, and then reads the whole table for every list of keys;
     * PostgreSQL takes it for a comment.
     */
    static String by(String constraint) {
        return " --DERBY-PROPERTIES constraint=" + constraint + "\n";
    }

    /**
     * Asks for all keys.
     *
     * @param select the query up to and with {@code IN}
     * @param keys texts or long numbers; doubles count once
     */
    static void each(Connection connection, String select, Collection<?> keys, RowReader reader) throws SQLException {
        each(connection, select, List.of(), keys, reader);
    }

    /** The same of a query with other parameters before the keys. */
    static void each(Connection connection, String select, List<?> before, Collection<?> keys, RowReader reader)
        throws SQLException {
        Iterator<?> rest = new LinkedHashSet<>(keys).iterator();
        int left = new LinkedHashSet<>(keys).size();
        while (left > 0) {
            int size = size(left);
            try (PreparedStatement statement = connection.prepareStatement(
                select + " (?" + ", ?".repeat(size - 1) + ")")) {
                int at = 1;
                for (Object parameter : before) {
                    statement.setObject(at++, storable(parameter));
                }
                Object key = null;
                for (int i = 0; i < size; i++) {
                    key = rest.hasNext() ? rest.next() : key;
                    statement.setObject(at + i, storable(key));
                }
                read(statement, reader);
            }
            left -= size;
        }
    }

    /** A text that no database keeps is not found; asked for as it is, PostgreSQL would end the transaction. */
    private static Object storable(Object parameter) {
        return parameter instanceof String text ? StoredText.mended(text) : parameter;
    }

    private static int size(int left) {
        for (int size : SIZES) {
            if (left <= size) {
                return size;
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** Asks once, with these parameters. */
    static void query(Connection connection, String select, RowReader reader, Object... parameters)
        throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, storable(parameters[i]));
            }
            read(statement, reader);
        }
    }

    private static void read(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.take(rows);
            }
        }
    }

    /** Whether there is any row. */
    static boolean any(Connection connection, String select, Object... parameters) throws SQLException {
        boolean[] found = { false };
        query(connection, select, row -> found[0] = true, parameters);
        return found[0];
    }

}
