package org.stockwright.service.internal.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Times that do not touch each other, in order. Immutable. */
record Spans(List<Span> list) {

    static final Spans NONE = new Spans(List.of());

    /**
     * A time.
     *
     * @param from the beginning
     * @param until the end, which does not belong to it
     */
    record Span(Instant from, Instant until) {

        boolean isEmpty() {
            return !from.isBefore(until);
        }

        Duration length() {
            return Duration.between(from, until);
        }

        boolean overlaps(Span other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        Span within(Span other) {
            return new Span(from.isAfter(other.from) ? from : other.from,
                until.isBefore(other.until) ? until : other.until);
        }

    }

    /** Times that may overlap, in any order, put together. */
    static Spans of(List<Span> any) {
        List<Span> sorted = any.stream().filter(span -> !span.isEmpty()).sorted(Comparator.comparing(Span::from))
            .toList();
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            if (!joined.isEmpty() && !span.from().isAfter(joined.getLast().until())) {
                Span last = joined.removeLast();
                joined.add(new Span(last.from(), span.until().isAfter(last.until()) ? span.until() : last.until()));
            } else {
                joined.add(span);
            }
        }
        return new Spans(List.copyOf(joined));
    }

    /** What of these times lies in another one. */
    Spans within(Span other) {
        return new Spans(list.stream().map(span -> span.within(other)).filter(span -> !span.isEmpty()).toList());
    }

    /** These times without others. */
    Spans without(Spans others) {
        List<Span> result = new ArrayList<>();
        int next = 0;
        for (Span span : list) {
            Instant from = span.from();
            while (next < others.list.size() && !others.list.get(next).until().isAfter(from)) {
                next++;
            }
            for (int i = next; i < others.list.size() && others.list.get(i).from().isBefore(span.until()); i++) {
                Span taken = others.list.get(i);
                if (taken.from().isAfter(from)) {
                    result.add(new Span(from, taken.from()));
                }
                from = taken.until().isAfter(from) ? taken.until() : from;
            }
            if (from.isBefore(span.until())) {
                result.add(new Span(from, span.until()));
            }
        }
        return new Spans(List.copyOf(result));
    }

    /** Whether all of a time is among these. */
    boolean holds(Span time) {
        return list.stream()
            .anyMatch(span -> !span.from().isAfter(time.from()) && !span.until().isBefore(time.until()));
    }

    /** Whether any of other times has a part in any of these. */
    boolean overlap(Spans others) {
        // asked for more often than anything else
        for (Span span : list) {
            for (Span other : others.list) {
                if (span.overlaps(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether all of other times is among these. */
    boolean holdAll(Spans others) {
        return others.list.stream().allMatch(this::holds);
    }

    /** From the first beginning to the last end; there is at least one time. */
    Span hull() {
        return new Span(list.getFirst().from(), list.getLast().until());
    }

    /** How long they are together. */
    Duration length() {
        return list.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

}
