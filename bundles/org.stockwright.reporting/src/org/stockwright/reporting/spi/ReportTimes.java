package org.stockwright.reporting.spi;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose report it is, and instants in words.
 *
 * @param company the company's name, or empty
 * @param zone in which dates become instants
 */
public record ReportTimes(String company, ZoneId zone) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** The times of a company; of nobody, in UTC, while there is none. */
    public static ReportTimes of(Optional<String> company, Optional<ZoneId> zone) {
        return new ReportTimes(company.orElse(""), zone.orElse(ZoneOffset.UTC));
    }

    /** To the minute, for example {@code 2026-01-31 17:30}. */
    public String text(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    /** To the minute, or that it is now. */
    public String text(Optional<Instant> instant) {
        return instant.map(this::text).orElse("now");
    }

    /** The heading of a report over this scope. */
    public ReportHeading heading(String scope) {
        return new ReportHeading(company, zone, scope);
    }

}
