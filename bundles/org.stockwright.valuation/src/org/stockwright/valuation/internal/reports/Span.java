package org.stockwright.valuation.internal.reports;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.stockwright.valuation.Journal;

/**
 * A span of time.
 *
 * @param from its first instant; empty for the beginning of the book
 * @param to its last instant; empty for now
 */
record Span(Optional<Instant> from, Optional<Instant> to) {

    /** What was booked in it. */
    Journal.Query query(Instant knownAt) {
        return known(knownAt).between(from, to);
    }

    /** What was booked before it; empty when nothing can have been. */
    Optional<Journal.Query> before(Instant knownAt) {
        return from.map(
            start -> known(knownAt).between(Optional.empty(), Optional.of(start.minus(1, ChronoUnit.MICROS))));
    }

    private static Journal.Query known(Instant instant) {
        return new Journal.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.of(instant));
    }

}
