package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.internal.capacity.Spans.Span;

/** When a resource is there: its shifts without its absences, in the company's zone, whatever summer time does. */
final class Calendar {

    private final ZoneId zone;

    Calendar(ZoneId zone) {
        this.zone = zone;
    }

    /** The time from the first to the last day, both with. */
    Span days(LocalDate first, LocalDate last) {
        return new Span(first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** When a resource is there on these days. */
    Spans open(Resource resource, LocalDate first, LocalDate last) {
        List<Span> shifts = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Shift shift : resource.shifts()) {
                if (shift.day() == day.getDayOfWeek() && !day.isBefore(shift.since())
                    && !shift.until().map(day::isAfter).orElse(false)) {
                    shifts.add(span(day, shift));
                }
            }
        }
        Spans away = Spans.of(resource.absences().stream().map(one -> new Span(one.from(), one.until())).toList());
        return Spans.of(shifts).without(away);
    }

    private Span span(LocalDate day, Shift shift) {
        LocalDate end = shift.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return new Span(instant(day.atTime(shift.from())), instant(end.atTime(shift.to())));
    }

    /**
     * The instant at which clocks show a time. What they jump over is the instant of the jump; of a time that comes twice it is the
     * first.
     */
    private Instant instant(LocalDateTime time) {
        ZoneOffsetTransition jump = zone.getRules().getTransition(time);
        return jump != null && jump.isGap() ? jump.getInstant() : time.atZone(zone).toInstant();
    }

}
