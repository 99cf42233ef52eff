package org.stockwright.base.gs1;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates of six digits. */
final class ElementDate {

    private static final int MONTHS = 12;
    private static final int FEBRUARY = 2;
    private static final int LEAP = 4;
    private static final int CENTURY = 100;
    private static final int HALF = 50;

    private ElementDate() {
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }

    /** Whether YYMMDD is a day; also day 00 when the month alone may be meant. */
    static boolean isDate(String digits, boolean monthAlone) {
        int month = number(digits, 2);
        int day = number(digits, 4);
        if (month < 1 || month > MONTHS) {
            return false;
        }
        int last = month == FEBRUARY && number(digits, 0) % LEAP == 0 ? YearMonth.of(LEAP, FEBRUARY).lengthOfMonth()
            : YearMonth.of(1, month).lengthOfMonth();
        return day <= last && (day > 0 || monthAlone);
    }

    /** Whether HHMM is a time of day. */
    static boolean isTime(String digits) {
        return number(digits, 0) < 24 && number(digits, 2) < 60;
    }

    /**
     * The day that YYMMDD means: the year is the one of a hundred that begin 49 years before this year (General
     * Specifications, section 7.12). The day 00 is the last of the month, as is 29 February of a century's year without
     * one.
     */
    static LocalDate of(String digits, int thisYear) {
        int difference = number(digits, 0) - Math.floorMod(thisYear, CENTURY);
        int year = thisYear + difference;
        if (difference > HALF) {
            year -= CENTURY;
        } else if (difference < 1 - HALF) {
            year += CENTURY;
        }
        YearMonth month = YearMonth.of(year, number(digits, 2));
        int day = number(digits, 4);
        return month.atDay(day == 0 ? month.lengthOfMonth() : Math.min(day, month.lengthOfMonth()));
    }

}
