package org.stockwright.service.cli.internal;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.cli.spi.WrongUsage;
import org.stockwright.service.Resource.Shift;

/** Shifts as people type them: {@code mon-fri=08:00-16:00}. */
final class ShiftText {

    private static final Pattern FORM = Pattern
        .compile("([a-z]{3})(?:-([a-z]{3}))?=(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private ShiftText() {
        // only functions
    }

    /** The shifts of the days that a text names. */
    static List<Shift> read(String text, LocalDate since, Optional<LocalDate> until) {
        Matcher parts = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw wrong(text);
        }
        try {
            DayOfWeek first = day(text, parts.group(1));
            DayOfWeek last = parts.group(2) == null ? first : day(text, parts.group(2));
            LocalTime from = LocalTime.parse(parts.group(3));
            LocalTime to = LocalTime.parse(parts.group(4).equals("24:00") ? "00:00" : parts.group(4));
            List<Shift> shifts = new ArrayList<>();
            for (DayOfWeek day = first;; day = day.plus(1)) {
                shifts.add(new Shift(day, from, to, since, until));
                if (day == last) {
                    return shifts;
                }
            }
        } catch (DateTimeException e) {
            throw wrong(text);
        }
    }

    /** How a shift is printed: with its first day when that is yet to come, and with its last one when it ends. */
    static String write(Shift shift, LocalDate today) {
        return word(shift.day()) + "=" + shift.from() + "-"
            + (shift.to().equals(LocalTime.MIDNIGHT) ? "24:00" : shift.to())
            + (shift.since().isAfter(today) ? " since " + shift.since() : "")
            + shift.until().map(last -> " until " + last).orElse("");
    }

    private static DayOfWeek day(String text, String word) {
        for (DayOfWeek each : DayOfWeek.values()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        throw wrong(text);
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static WrongUsage wrong(String text) {
        return new WrongUsage("'" + text + "' is no shift: write mon=08:00-16:00 or mon-fri=08:00-16:00.");
    }

}
