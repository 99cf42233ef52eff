package org.stockwright.service;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody or something that a service occupies.
 *
 * @param code the stable code
 * @param name what people call it
 * @param kind what it is
 * @param pools the pools and skills that it has: a stage asks for a pool, and any member will do
 * @param shifts when it is there
 * @param absences when it is not there in spite of a shift
 */
public record Resource(String code, String name, Kind kind, Set<String> pools, List<Shift> shifts,
    List<Absence> absences) {

    /** Takes copies. */
    public Resource {
        pools = Set.copyOf(pools);
        shifts = List.copyOf(shifts);
        absences = List.copyOf(absences);
    }

    /** What a resource is. */
    public enum Kind {
        /** Somebody. */
        PERSON,
        /** A room. */
        ROOM,
        /** A machine or a vehicle. */
        MACHINE
    }

    /**
     * When it is there in every week, in the company's zone. A shift over midnight is two.
     *
     * @param day of the week
     * @param from when it begins
     * @param to when it ends, later than that; {@code 00:00} for midnight at the end of the day
     * @param since the first day on which it holds
     * @param until the last such day; empty for no end
     */
    public record Shift(DayOfWeek day, LocalTime from, LocalTime to, LocalDate since, Optional<LocalDate> until) {
    }

    /**
     * When it is away.
     *
     * @param from the beginning
     * @param until the end, which does not belong to it
     * @param why for whoever plans
     */
    public record Absence(Instant from, Instant until, String why) {
    }

}
