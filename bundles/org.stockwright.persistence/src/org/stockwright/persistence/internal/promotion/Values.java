package org.stockwright.persistence.internal.promotion;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

import org.stockwright.persistence.internal.promotion.Table.Kind;

/** Carries a value from a row to a statement and into a hash, the same way for both databases. */
final class Values {

    private Values() {
    }

    /** Hashes a value of a row. */
    static void hash(ResultSet row, int at, Kind kind, RowsHash hash) throws SQLException {
        switch (kind) {
            case INTEGER -> {
                long number = row.getLong(at);
                hash.value(row.wasNull() ? null : Long.toString(number));
            }
            case DECIMAL -> {
                BigDecimal number = row.getBigDecimal(at);
                hash.value(number == null ? null : canonical(number));
            }
            case TEXT -> hash.value(row.getString(at));
            case DATE -> {
                Date date = row.getDate(at);
                hash.value(date == null ? null : date.toLocalDate().toString());
            }
            case BYTES -> hash.value(row.getBytes(at));
        }
    }

    /** Copies a value of a row into a statement. */
    static void copy(ResultSet row, int at, Kind kind, PreparedStatement insert) throws SQLException {
        switch (kind) {
            case INTEGER -> {
                long number = row.getLong(at);
                if (row.wasNull()) {
                    insert.setNull(at, Types.BIGINT);
                } else {
                    insert.setLong(at, number);
                }
            }
            case DECIMAL -> insert.setBigDecimal(at, row.getBigDecimal(at));
            case TEXT -> insert.setString(at, row.getString(at));
            case DATE -> insert.setDate(at, row.getDate(at));
            case BYTES -> insert.setBytes(at, row.getBytes(at));
        }
    }

    private static String canonical(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

}
