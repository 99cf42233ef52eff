package org.stockwright.service.ui.internal.capacity;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Shift;

/**
 * Shifts and absences as people type them: {@code Mon-Fri 08:00-16:00; Sat 09:00-12:00 since 2026-01-01 until 2026-03-31}, and
 * {@code 2026-01-05 2026-01-09 holidays} for whole days.
 */
@SuppressWarnings("nls")
final class ResourceTexts {

    /** Shifts without a first day hold from here on. */
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private static final String DAY = "(\\d{4}-\\d{2}-\\d{2})";
    private static final Pattern SHIFT = Pattern
        .compile("([A-Za-z, -]+?)\\s+(\\d{1,2}:\\d{2})\\s*-\\s*(\\d{1,2}:\\d{2})(?:\\s+since\\s+" + DAY
            + ")?(?:\\s+until\\s+" + DAY + ")?");
    private static final Pattern ABSENCE = Pattern.compile(DAY + "(?:\\s+" + DAY + ")?(?:\\s+(\\S.*))?");

    private ResourceTexts() {
    }

    /** When a shift is, whatever the day of the week. */
    private record Hours(LocalTime from, LocalTime to, LocalDate since, Optional<LocalDate> until) {
    }

    /** Shifts as a text: days with the same hours stand together. */
    static String shifts(List<Shift> shifts) {
        Map<Hours, TreeSet<DayOfWeek>> groups = new LinkedHashMap<>();
        shifts.forEach(one -> groups.computeIfAbsent(new Hours(one.from(), one.to(), one.since(), one.until()),
            hours -> new TreeSet<>()).add(one.day()));
        return groups.entrySet().stream()
            .map(one -> days(one.getValue()) + ' ' + one.getKey().from() + '-' + one.getKey().to()
                + (one.getKey().since().isAfter(EVER) ? " since " + one.getKey().since() : "")
                + one.getKey().until().map(day -> " until " + day).orElse(""))
            .collect(Collectors.joining("; "));
    }

    private static String days(TreeSet<DayOfWeek> days) {
        List<String> parts = new ArrayList<>();
        DayOfWeek first = null;
        DayOfWeek last = null;
        for (DayOfWeek day : days) {
            if (last == null || day.getValue() != last.getValue() + 1) {
                add(parts, first, last);
                first = day;
            }
            last = day;
        }
        add(parts, first, last);
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, DayOfWeek first, DayOfWeek last) {
        if (first != null && last != null) {
            parts.add(first == last ? name(first) : name(first) + '-' + name(last));
        }
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** The shifts of a text; empty when nobody can tell what it says. */
    static Optional<List<Shift>> readShifts(String text) {
        List<Shift> shifts = new ArrayList<>();
        try {
            for (String part : parts(text)) {
                Matcher matcher = SHIFT.matcher(part);
                if (!matcher.matches()) {
                    return Optional.empty();
                }
                LocalTime from = time(matcher.group(2));
                LocalTime to = time(matcher.group(3));
                LocalDate since = matcher.group(4) == null ? EVER : LocalDate.parse(matcher.group(4));
                Optional<LocalDate> until = Optional.ofNullable(matcher.group(5)).map(LocalDate::parse);
                for (DayOfWeek day : readDays(matcher.group(1))) {
                    shifts.add(new Shift(day, from, to, since, until));
                }
            }
        } catch (DateTimeException e) {
            // whoever asked says how it is written
            return Optional.empty();
        }
        return Optional.of(shifts);
    }

    private static LocalTime time(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.length() == 4 ? "0" + text : text);
    }

    private static List<DayOfWeek> readDays(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().split("\\s*-\\s*");
            DayOfWeek first = day(ends[0]);
            DayOfWeek last = day(ends[ends.length - 1]);
            for (DayOfWeek day = first;; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private static DayOfWeek day(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
            .filter(one -> wanted.length() >= 2 && one.name().toLowerCase(Locale.ROOT).startsWith(wanted)).findFirst()
            .orElseThrow(() -> new DateTimeException(text));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    /** Absences as a text, by the days that they touch. */
    static String absences(List<Absence> absences, ZoneId zone) {
        return absences.stream().map(one -> {
            LocalDate first = one.from().atZone(zone).toLocalDate();
            LocalDate last = one.until().minusSeconds(1).atZone(zone).toLocalDate();
            return (first + (last.equals(first) ? "" : " " + last) + ' ' + one.why()).strip();
        }).collect(Collectors.joining("; "));
    }

    /** The absences of a text; empty when nobody can tell what it says. */
    static Optional<List<Absence>> readAbsences(String text, ZoneId zone) {
        List<Absence> absences = new ArrayList<>();
        try {
            for (String part : parts(text)) {
                Matcher matcher = ABSENCE.matcher(part);
                if (!matcher.matches()) {
                    return Optional.empty();
                }
                LocalDate first = LocalDate.parse(matcher.group(1));
                LocalDate last = matcher.group(2) == null ? first : LocalDate.parse(matcher.group(2));
                absences.add(new Absence(first.atStartOfDay(zone).toInstant(),
                    last.plusDays(1).atStartOfDay(zone).toInstant(), matcher.group(3) == null ? "" : matcher.group(3)));
            }
        } catch (DateTimeException e) {
            // whoever asked says how it is written
            return Optional.empty();
        }
        return Optional.of(absences);
    }

}
