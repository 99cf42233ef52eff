package org.stockwright.service.ui.internal.capacity;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Shift;

/**
 * A week of resources, without widgets: when each is there, away and booked, and what is left for a service. Never changes.
 *
 * @param monday its first day
 * @param rows a row for each resource, by code
 * @param figures what is possible on each day for the service that was chosen; nothing when none was
 */
record WeekModel(LocalDate monday, List<Row> rows, List<Figure> figures) {

    /** So many days. */
    static final int DAYS = 7;
    private static final int DAY_MINUTES = 24 * 60;

    /** Takes copies. */
    WeekModel {
        rows = List.copyOf(rows);
        figures = List.copyOf(figures);
    }

    /** A part of a day, in minutes from midnight. */
    record Span(int from, int until) {

        int minutes() {
            return until - from;
        }

    }

    /**
     * A booking on a day.
     *
     * @param span when
     * @param booking which
     * @param isOutside whether the resource is not there then by its shifts
     */
    record Booked(Span span, Booking booking, boolean isOutside) {
    }

    /**
     * A day of a resource.
     *
     * @param shifts when it is there
     * @param away when it is not there in spite of a shift
     * @param booked what it does
     */
    record Day(List<Span> shifts, List<Span> away, List<Booked> booked) {

        /** Takes copies. */
        Day {
            shifts = List.copyOf(shifts);
            away = List.copyOf(away);
            booked = List.copyOf(booked);
        }

    }

    /** A resource with its seven days. */
    record Row(Resource resource, List<Day> days) {

        /** Takes a copy. */
        Row {
            days = List.copyOf(days);
        }

    }

    /** The Monday of the week of a day. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A week of these resources with these bookings. */
    static WeekModel of(LocalDate monday, ZoneId zone, List<Resource> resources, List<Booking> bookings,
        List<Figure> figures) {
        List<Row> rows = new ArrayList<>();
        for (Resource resource : resources) {
            List<Day> days = new ArrayList<>();
            for (int i = 0; i < DAYS; i++) {
                days.add(day(resource, monday.plusDays(i), zone, bookings));
            }
            rows.add(new Row(resource, days));
        }
        return new WeekModel(monday, rows, figures);
    }

    private static Day day(Resource resource, LocalDate day, ZoneId zone, List<Booking> bookings) {
        List<Span> shifts = resource.shifts().stream().filter(shift -> holds(shift, day))
            .map(shift -> new Span(minutes(shift.from()), until(shift.to()))).sorted((a, b) -> a.from() - b.from())
            .toList();
        List<Span> away = new ArrayList<>();
        for (Absence absence : resource.absences()) {
            span(absence.from(), absence.until(), day, zone).ifPresent(away::add);
        }
        List<Booked> booked = new ArrayList<>();
        for (Booking booking : bookings) {
            for (Use use : booking.uses()) {
                if (use.resource().equals(resource.code())) {
                    span(use.from(), use.until(), day, zone)
                        .ifPresent(span -> booked.add(new Booked(span, booking, !use.note().isEmpty())));
                }
            }
        }
        Collections.sort(booked, (a, b) -> a.span().from() - b.span().from());
        return new Day(shifts, away, booked);
    }

    private static boolean holds(Shift shift, LocalDate day) {
        return shift.day() == day.getDayOfWeek() && !day.isBefore(shift.since())
            && !shift.until().map(day::isAfter).orElse(false);
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static int until(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? DAY_MINUTES : minutes(time);
    }

    /** The part of a time that is on a day. */
    private static Optional<Span> span(Instant from, Instant until, LocalDate day, ZoneId zone) {
        ZonedDateTime begin = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        int first = begin.toLocalDate().isBefore(day) ? 0
            : begin.toLocalDate().isAfter(day) ? DAY_MINUTES : minutes(begin.toLocalTime());
        int last = end.toLocalDate().isAfter(day) ? DAY_MINUTES
            : end.toLocalDate().isBefore(day) ? 0 : minutes(end.toLocalTime());
        return first < last ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    /** The first hour at which anything is to be seen. */
    int firstHour() {
        return rows.stream().flatMap(row -> row.days().stream())
            .flatMap(day -> Stream.concat(day.shifts().stream(),
                day.booked().stream().map(Booked::span)))
            .mapToInt(span -> span.from() / 60).min().orElse(8);
    }

    /** The hour at which everything is over. */
    int lastHour() {
        return rows.stream().flatMap(row -> row.days().stream())
            .flatMap(day -> Stream.concat(day.shifts().stream(),
                day.booked().stream().map(Booked::span)))
            .mapToInt(span -> (span.until() + 59) / 60).max().orElse(18);
    }

    /** The bookings of a day that occupy a resource. */
    List<Booking> bookings(int row, int day) {
        return row < 0 || row >= rows.size() ? List.of()
            : rows.get(row).days().get(day).booked().stream().map(Booked::booking).distinct().toList();
    }

    /** What is possible on a day. */
    Optional<Figure> figure(int day) {
        LocalDate wanted = monday.plusDays(day);
        return figures.stream().filter(one -> one.first().equals(wanted)).findFirst();
    }

    /** How many minutes a resource is there on a day, less absences. */
    BigDecimal available(int row, int day) {
        Day its = rows.get(row).days().get(day);
        int sum = 0;
        for (Span shift : its.shifts()) {
            int minutes = shift.minutes();
            for (Span away : its.away()) {
                minutes -= Math.max(0,
                    Math.min(shift.until(), away.until()) - Math.max(shift.from(), away.from()));
            }
            sum += Math.max(0, minutes);
        }
        return BigDecimal.valueOf(sum);
    }

}
