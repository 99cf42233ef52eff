package org.stockwright.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;

/**
 * The company whose book this is.
 *
 * @param name what it is called
 * @param currency of its books
 * @param zone in which a date becomes an instant
 * @param demo whether it is the demo company
 */
public record CompanyProfile(String name, Currency currency, ZoneId zone, boolean demo) {

    /** The first instant of a day: for what happens or begins. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The last microsecond of a day: for what is asked for or ends. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

}
