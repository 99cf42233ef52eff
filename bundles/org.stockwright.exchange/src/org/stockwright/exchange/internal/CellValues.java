package org.stockwright.exchange.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Turns the numbers of a workbook into texts: plain decimals, dates in ISO 8601. */
final class CellValues {

    private static final Pattern NUMBER = Pattern
        .compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,3})?");
    private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);
    /** 9999-12-31, the last day of spreadsheets. */
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);
    /** Spreadsheets compute in binary and show 15 digits; what lies beyond is noise such as 0.30000000000000004. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private CellValues() {
    }

    /** The number as a plain decimal, or the text itself when it is none. */
    static String number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.stripTrailingZeros().scale() > 0 && value.precision() > SHOWN.getPrecision()) {
            value = value.round(SHOWN);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return value.toPlainString();
    }

    /**
     * The date that a day number stands for: a date, a time of day when it is less than one day, else both, without
     * offset.
     *
     * @param from1904 whether days count from 1904-01-01 instead of 1899-12-31
     */
    static String date(String text, boolean from1904) {
        if (!NUMBER.matcher(text).matches()) {
            return text;
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() < 0 || value.compareTo(LAST_DAY) >= 0) {
            return number(text);
        }
        long days = value.longValue();
        long millis = value.subtract(BigDecimal.valueOf(days)).multiply(MILLIS_PER_DAY)
            .setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        // binary fractions of a day miss whole seconds by some microseconds only, so milliseconds are safe
        LocalDateTime instant = epoch(days, from1904).plusDays(days).atStartOfDay().plusNanos(millis * 1_000_000);
        if (millis == 0 && value.signum() > 0) {
            return instant.toLocalDate().toString();
        }
        return days == 0 && !from1904 ? DateTimeFormatter.ISO_LOCAL_TIME.format(instant)
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(instant);
    }

    /** Day 60 is 1900-02-29, which never was: earlier days count from one day later. */
    private static LocalDate epoch(long days, boolean from1904) {
        if (from1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return days < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

}
