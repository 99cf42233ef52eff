package org.stockwright.ledger.internal.stock;

import java.util.Optional;

import org.stockwright.ledger.StockQuery;

/**
 * Which movements count: effective and recorded until these instants, inclusive. Without a bound all count, also those
 * that are said to happen later than now.
 */
record Bounds(Optional<Long> effective, Optional<Long> recorded) {

    static Bounds of(StockQuery query) {
        return new Bounds(query.asOf().map(Micros::of), query.knownAt().map(Micros::of));
    }

    boolean isNow() {
        return effective.isEmpty() && recorded.isEmpty();
    }

    /** Until when reservations count: they are events of recording, and a past figure knows no later ones. */
    Optional<Long> reservations() {
        if (effective.isEmpty()) {
            return recorded;
        }
        return Optional.of(recorded.map(known -> Math.min(known, effective.get())).orElse(effective.get()));
    }

}
