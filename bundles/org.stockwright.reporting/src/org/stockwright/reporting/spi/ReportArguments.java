package org.stockwright.reporting.spi;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The checked answers to a report's parameters.
 *
 * @param texts parameter name to text; parameters without an answer are missing
 * @param startedAt when the run began, by the clock that stamps the ledger: what "now" means in the whole report
 */
public record ReportArguments(Map<String, String> texts, Instant startedAt) {

    /** Takes a copy. */
    public ReportArguments {
        texts = Map.copyOf(texts);
    }

    /** Answers of a run that begins now. */
    public ReportArguments(Map<String, String> texts) {
        this(texts, Instant.now());
    }

    /** The answer, or an empty text. */
    public String get(String name) {
        return texts.getOrDefault(name, "");
    }

    /** Whether it was answered. */
    public boolean has(String name) {
        return !get(name).isEmpty();
    }

    /** The answer to a {@link ReportParameter.Type#AS_OF}: a date means the last microsecond of that day. */
    public Optional<Instant> until(String name, ZoneId zone) {
        return has(name) ? instant(get(name), zone, true) : Optional.empty();
    }

    /** The answer to a {@link ReportParameter.Type#FROM}: a date means the first instant of that day. */
    public Optional<Instant> since(String name, ZoneId zone) {
        return has(name) ? instant(get(name), zone, false) : Optional.empty();
    }

    /**
     * The instant that a text means: an ISO 8601 date ({@code 2026-01-31}), a date and time in the zone
     * ({@code 2026-01-31T17:30}), or one with an offset ({@code 2026-01-31T17:30:00Z}). Empty when it is none of them.
     *
     * @param endOfDay whether a date means the last microsecond of that day instead of the first instant
     */
    public static Optional<Instant> instant(String text, ZoneId zone, boolean endOfDay) {
        String stripped = text.strip().replace(' ', 'T');
        try {
            if (stripped.length() <= 10) {
                LocalDate day = LocalDate.parse(stripped);
                return Optional.of(endOfDay
                    ? day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS)
                    : day.atStartOfDay(zone).toInstant());
            }
            return Optional.of(hasOffset(stripped) ? OffsetDateTime.parse(stripped).toInstant()
                : LocalDateTime.parse(stripped).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(String text) {
        return text.endsWith("Z") || text.indexOf('+') > 10 || text.lastIndexOf('-') > 10;
    }

}
