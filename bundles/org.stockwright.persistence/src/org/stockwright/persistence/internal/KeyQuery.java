package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.stockwright.persistence.Dialect;

/**
 * Reads the rows of a table for many keys. The lists come in a few lengths, filled up with the last key, so that the
 * database compiles few statements.
 */
final class KeyQuery {

    /** The longest list. */
    static final int MOST = 500;
    private static final int[] SIZES = { 1, 16, MOST };

    private final Connection connection;
    private final Dialect dialect;

    KeyQuery(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Takes a row of the answer. */
    @FunctionalInterface
    interface RowReader {

        /** Takes it. */
        void take(ResultSet row) throws SQLException;

    }

    /**
     * Reads the rows.
     *
     * @param select the query up to and with the table
     * @param column the column of the keys
     * @param constraint the constraint whose index finds them; without one Derby, which may have made its plan for lists
     *            when the table was empty, is asked for one key after the other
     * @param keys at most {@link #MOST} texts or long numbers
     */
    void each(String select, String column, String constraint, List<?> keys, RowReader reader) throws SQLException {
        if (dialect != Dialect.DERBY) {
            list(select + " WHERE " + column, keys, reader);
        } else if (!constraint.isEmpty()) {
            list(select + " --DERBY-PROPERTIES constraint=" + constraint + "\nWHERE " + column, keys, reader);
        } else {
            try (PreparedStatement statement = connection.prepareStatement(select + " WHERE " + column + " = ?")) {
                for (Object key : keys) {
                    statement.setObject(1, key);
                    read(statement, reader);
                }
            }
        }
    }

    private void list(String select, List<?> keys, RowReader reader) throws SQLException {
        int size = size(keys.size());
        try (PreparedStatement statement = connection
            .prepareStatement(select + " IN (?" + ", ?".repeat(size - 1) + ")")) {
            for (int i = 0; i < size; i++) {
                statement.setObject(i + 1, keys.get(Math.min(i, keys.size() - 1)));
            }
            read(statement, reader);
        }
    }

    private static int size(int keys) {
        for (int size : SIZES) {
            if (keys <= size) {
                return size;
            }
        }
        throw new IllegalArgumentException("At most " + MOST + " keys at once, not " + keys);
    }

    private static void read(PreparedStatement statement, RowReader reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                reader.take(rows);
            }
        }
    }

}
