package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;

/** One statement for many rows, sent {@value #SIZE} at a time. */
final class Batch implements AutoCloseable {

    private static final int SIZE = 500;

    private final PreparedStatement statement;
    private int waiting;
    private int missed;

    Batch(Connection connection, String sql) throws SQLException {
        statement = connection.prepareStatement(sql);
    }

    /** Adds a row: texts, numbers, days, {@link Boolean} as 1 or 0, or {@code null} for a text or decimal column. */
    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            set(i + 1, values[i]);
        }
        statement.addBatch();
        if (++waiting == SIZE) {
            send();
        }
    }

    private void set(int index, Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.VARCHAR);
            case Absent absent -> statement.setNull(index, absent.type());
            case Boolean flag -> statement.setInt(index, flag.booleanValue() ? 1 : 0);
            case Integer number -> statement.setInt(index, number.intValue());
            case Long number -> statement.setLong(index, number.longValue());
            case BigDecimal number -> statement.setBigDecimal(index, number);
            case String text -> statement.setString(index, text);
            case LocalDate day -> statement.setDate(index, Date.valueOf(day));
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }

    private void send() throws SQLException {
        for (int rows : statement.executeBatch()) {
            if (rows == 0) {
                missed++;
            }
        }
        waiting = 0;
    }

    /** Sends what waits and tells how many of the rows so far found nothing to change. */
    int finish() throws SQLException {
        if (waiting > 0) {
            send();
        }
        return missed;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    /** Nothing, in a column of a type. */
    enum Absent {
        DECIMAL(Types.DECIMAL),
        INTEGER(Types.INTEGER),
        BIGINT(Types.BIGINT),
        TEXT(Types.VARCHAR),
        DAY(Types.DATE);

        private final int type;

        Absent(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }

}
