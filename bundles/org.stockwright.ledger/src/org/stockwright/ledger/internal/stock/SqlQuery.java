package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.stockwright.base.StoredText;

/** A SELECT that grows by parts, each with its values. Rows are streamed. */
final class SqlQuery {

    /** Rows that a driver fetches at a time. */
    private static final int FETCH_ROWS = 1_000;
    /** The sizes of IN lists: few, so that the database finds the compiled statement again. */
    private static final int[] LIST_SIZES = { 1, 10, 100, 500 };

    private final StringBuilder text;
    private final List<Object> values = new ArrayList<>();

    SqlQuery(String start, Object... startValues) {
        this.text = new StringBuilder(start);
        Collections.addAll(values, startValues);
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Row {

        void read(ResultSet row) throws SQLException;

    }

    /** One part more; begins with a blank. */
    SqlQuery add(String part, Object... partValues) {
        text.append(part);
        Collections.addAll(values, partValues);
        return this;
    }

    /** A list of placeholders in parentheses for so many values. */
    SqlQuery list(Collection<Long> ids) {
        text.append(" (");
        int size = listSize(ids.size());
        text.append("?, ".repeat(size - 1)).append("?)");
        values.addAll(ids);
        // Repeated values change nothing and keep the number of different statements small.
        Long filler = ids.isEmpty() ? Long.valueOf(Long.MIN_VALUE) : ids.iterator().next();
        for (int i = ids.size(); i < size; i++) {
            values.add(filler);
        }
        return this;
    }

    private static int listSize(int wanted) {
        for (int size : LIST_SIZES) {
            if (wanted <= size) {
                return size;
            }
        }
        return (wanted + 499) / 500 * 500;
    }

    void forEach(Connection connection, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            statement.setFetchSize(FETCH_ROWS);
            bind(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    row.read(result);
                }
            }
        }
    }

    /** The number in the first column of the first row; 0 when there is no row or it is null. */
    long number(Connection connection) throws SQLException {
        long[] number = { 0 };
        forEach(connection, row -> number[0] = row.getLong(1));
        return number[0];
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Object value : values) {
            switch (value) {
                case Long number -> statement.setLong(index, number);
                case Integer number -> statement.setInt(index, number);
                case String string -> statement.setString(index, StoredText.mended(string));
                case BigDecimal decimal -> statement.setBigDecimal(index, decimal);
                default -> throw new IllegalArgumentException("no SQL value: " + value);
            }
            index++;
        }
    }

    @Override
    public String toString() {
        return text + " " + values;
    }

}
