package org.stockwright.valuation.internal.scenarios;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.testkit.World;

/** The calendar of the scenarios: days are numbered, and what happens on one happens at eight unless it says when. */
final class Days {

    private static final Pattern INSTANT = Pattern.compile("(\\d{1,2})(?: (\\d{2}):(\\d{2}))?");
    private static final int OPENING_HOUR = 8;
    private static final LocalDate ZERO = World.START.atZone(ZoneOffset.UTC).toLocalDate();

    private Days() {
        // only functions
    }

    /** The instant of a step, for example {@code 3} or {@code 3 14:30}. */
    static Instant instant(Table.Row row, String column) {
        Matcher matcher = matcher(row, column);
        boolean timed = matcher.group(2) != null;
        return date(matcher).atTime(timed ? Integer.parseInt(matcher.group(2)) : OPENING_HOUR,
            timed ? Integer.parseInt(matcher.group(3)) : 0).toInstant(ZoneOffset.UTC);
    }

    /** The last instant of a day; of a time, that time. */
    static Instant end(Table.Row row, String column) {
        Matcher matcher = matcher(row, column);
        return matcher.group(2) != null ? instant(row, column)
            : date(matcher).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minus(1, ChronoUnit.MICROS);
    }

    private static Matcher matcher(Table.Row row, String column) {
        Matcher matcher = INSTANT.matcher(row.needed(column));
        if (!matcher.matches()) {
            throw row.wrong("'" + row.text(column) + "' is no day, such as 3 or 3 14:30");
        }
        return matcher;
    }

    private static LocalDate date(Matcher matcher) {
        return ZERO.plusDays(Integer.parseInt(matcher.group(1)));
    }

    /** After everything that happens. */
    static Instant after() {
        return ZERO.plusDays(100).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The day that an instant is in. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

}
