package org.stockwright.ledger.internal.stock;

import java.util.Optional;

import org.stockwright.base.Micros;
import org.stockwright.ledger.StockQuery;
import org.stockwright.persistence.Transaction;

/**
 * Which movements count: effective and recorded until these instants, inclusive. Without a bound all count, also those
 * that are said to happen later than now.
 */
record Bounds(Optional<Long> effective, Optional<Long> recorded) {

    /** No unit of work takes longer from its beginning to its commit. */
    private static final long SLACK_MICROS = 60_000_000;

    static Bounds of(StockQuery query) {
        return new Bounds(query.asOf().map(Micros::of), query.knownAt().map(Micros::of));
    }

    boolean isNow() {
        return effective.isEmpty() && recorded.isEmpty();
    }

    /** Whether it is about an instant so long ago that whoever recorded something until then has committed it. */
    boolean isPast(Transaction transaction) {
        return effective.isPresent() && effective.get() < Micros.of(transaction.now()) - SLACK_MICROS;
    }

    /** Until when reservations count: they are events of recording, and a past figure knows no later ones. */
    Optional<Long> reservations() {
        if (effective.isEmpty()) {
            return recorded;
        }
        return Optional.of(recorded.map(known -> Math.min(known, effective.get())).orElse(effective.get()));
    }

}
