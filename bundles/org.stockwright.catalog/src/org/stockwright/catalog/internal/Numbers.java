package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Rational;

/** Numbers between records and columns. */
final class Numbers {

    private Numbers() {
    }

    /** The same number without trailing zeros and without exponent. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A number of a row, or nothing. */
    static Optional<BigDecimal> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(Numbers::plain);
    }

    /** A whole number of a row, or nothing. */
    static Optional<Integer> whole(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    /** A text of a row; empty when there is none. */
    static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** A fraction from two columns, numerator first. */
    static Rational rational(ResultSet row, int column) throws SQLException {
        return new Rational(row.getBigDecimal(column).toBigIntegerExact(),
            row.getBigDecimal(column + 1).toBigIntegerExact());
    }

    /** A whole number as a column's value. */
    static BigDecimal decimal(BigInteger number) {
        return new BigDecimal(number);
    }

}
