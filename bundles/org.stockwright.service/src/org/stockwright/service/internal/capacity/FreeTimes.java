package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.service.Bookings.Slot;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Roster.Placing;

/** Looks for times at which a service can begin: of a grid of so many minutes, counted from the midnight of each day. */
final class FreeTimes {

    private final Roster roster;
    private final Timetable timetable;
    private final Set<String> wanted;
    private final ZoneId zone;

    FreeTimes(Roster roster, Timetable timetable, Set<String> wanted, ZoneId zone) {
        this.roster = roster;
        this.timetable = timetable;
        this.wanted = wanted;
        this.zone = zone;
    }

    /**
     * The first so many times.
     *
     * @param from not before this
     * @param until before this
     */
    List<Slot> find(Instant from, Instant until, int minutes, int most) {
        List<Slot> result = new ArrayList<>();
        for (LocalDate day = LocalDate.ofInstant(from, zone); result.size() < most; day = day.plusDays(1)) {
            Instant midnight = day.atStartOfDay(zone).toInstant();
            if (!midnight.isBefore(until)) {
                return result;
            }
            Instant next = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (Instant start = midnight; start.isBefore(next) && start.isBefore(until)
                && result.size() < most; start = start
                    .plus(minutes, ChronoUnit.MINUTES)) {
                if (!start.isBefore(from)) {
                    slot(start).ifPresent(result::add);
                }
            }
        }
        return result;
    }

    private Optional<Slot> slot(Instant start) {
        List<Need> needs = timetable.at(start);
        return roster.place(needs, wanted, false)
            .map(placing -> new Slot(start, start.plus(timetable.length()), uses(needs, placing)));
    }

    private static List<Use> uses(List<Need> needs, Placing placing) {
        return needs.stream().flatMap(need -> need.times().list().stream().map(time -> new Use(need.pool(),
            java.util.Objects.requireNonNull(placing.chosen().get(need.pool())), time.from(), time.until(), "")))
            .toList();
    }

}
