package org.stockwright.valuation.internal.book;

import java.util.Optional;

/**
 * A period of the periodic inventory system.
 *
 * @param starts when it begins; {@link Rules#ALWAYS} for the first one of the book
 * @param ends when the next one begins
 * @param before the closing that it goes on from; empty when the perpetual system was in force before, or nothing was
 * @param closing its own closing, when it is closed
 */
record PeriodicPeriod(long starts, long ends, Optional<PeriodicStore.Decision> before,
    Optional<PeriodicStore.Decision> closing) {

    /** Its last instant, at which its closing is booked. */
    long last() {
        return ends - 1;
    }

}
