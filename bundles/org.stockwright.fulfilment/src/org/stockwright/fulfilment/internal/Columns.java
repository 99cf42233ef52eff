package org.stockwright.fulfilment.internal;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** Columns that may be empty, and numbers that fit a column of nine decimals. */
public final class Columns {

    /** The most decimals of a stored number. */
    public static final int DECIMALS = 9;

    private static final int DIGITS = 18;

    private Columns() {
        // only functions
    }

    /** The number of another row; nothing when the column is empty. */
    public static Optional<Long> id(ResultSet row, int column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(id);
    }

    /** Sets the number of another row, or leaves the column empty. */
    public static void set(PreparedStatement statement, int at, Optional<Long> id) throws SQLException {
        if (id.isPresent()) {
            statement.setLong(at, id.get());
        } else {
            statement.setNull(at, Types.BIGINT);
        }
    }

    /** Whether a number is kept with all its digits. */
    public static boolean isStored(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= DECIMALS && (long) plain.precision() - plain.scale() <= DIGITS;
    }

}
