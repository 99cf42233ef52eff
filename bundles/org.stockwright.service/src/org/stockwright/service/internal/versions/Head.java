package org.stockwright.service.internal.versions;

import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.service.Template.State;

/**
 * A stored version.
 *
 * @param id its identity; 0 while it is not stored
 * @param code the same in all versions
 * @param version from 1; 0 for the next one
 * @param name what people call it
 * @param state how far it is
 * @param from the first day on which it is used
 * @param until the last such day
 * @param writer who wrote it last
 */
public record Head(long id, String code, int version, String name, State state, LocalDate from,
    Optional<LocalDate> until, String writer) {

    /** A draft that is to be stored. */
    public static Head draft(String code, int version, String name, LocalDate from, Optional<LocalDate> until) {
        return new Head(0, code, version, name, State.DRAFT, from, until, "");
    }

    /** Whether it is used on a day. */
    public boolean holds(LocalDate day) {
        return state == State.APPROVED && !day.isBefore(from) && !until.map(day::isAfter).orElse(false);
    }

}
