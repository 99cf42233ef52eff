package org.stockwright.ledger.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.stockwright.catalog.ui.TypedFields;

/**
 * An instant as somebody types it: {@code 2026-01-31} (the whole day), {@code 2026-01-31 14:30}, {@code t} for today,
 * {@code t-3} for three days ago, or nothing for now.
 */
@SuppressWarnings("nls")
public final class TypedInstant {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private TypedInstant() {
    }

    /**
     * The end of what was typed: what a question "as of" means.
     *
     * @param today the current day in the company's zone
     * @return empty for nothing typed
     * @throws DateTimeException when it is no date
     */
    public static Optional<Instant> end(String text, ZoneId zone, LocalDate today) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        Instant last = isMinute(typed) ? minute(typed, zone).plus(1, ChronoUnit.MINUTES)
            : TypedFields.day(typed, today).plusDays(1).atStartOfDay(zone).toInstant();
        return Optional.of(last.minus(1, ChronoUnit.MICROS));
    }

    /**
     * The beginning of what was typed: what "from" means, and when something happened.
     *
     * @param today the current day in the company's zone
     * @return empty for nothing typed
     * @throws DateTimeException when it is no date
     */
    public static Optional<Instant> start(String text, ZoneId zone, LocalDate today) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional
            .of(isMinute(typed) ? minute(typed, zone) : TypedFields.day(typed, today).atStartOfDay(zone).toInstant());
    }

    private static boolean isMinute(String typed) {
        return typed.length() > 10 && typed.charAt(0) != 't';
    }

    private static Instant minute(String typed, ZoneId zone) {
        return LocalDateTime.parse(typed.replace('T', ' '), MINUTE).atZone(zone).toInstant();
    }

    /**
     * The day that was typed.
     *
     * @param today the current day in the company's zone
     * @throws DateTimeException when it is no day
     */
    public static LocalDate day(String typed, LocalDate today) {
        return TypedFields.day(typed, today);
    }

}
