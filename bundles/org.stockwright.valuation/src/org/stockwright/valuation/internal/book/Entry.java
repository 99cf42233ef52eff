package org.stockwright.valuation.internal.book;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.LineKind;

/**
 * A row of the journal that is to be written.
 *
 * @param item the item
 * @param what what it is about
 * @param costCentre the cost centre, or empty
 * @param amount how much
 * @param repriced whether it puts an earlier row right
 */
record Entry(long item, What what, String costCentre, Cost amount, boolean repriced) {

    /**
     * What rows are compared by when an event is valued anew.
     *
     * @param source the event that moved the value
     * @param about the movement that it is about, or 0
     * @param kind why
     * @param debitAccount where it goes
     * @param creditAccount where it comes from
     * @param debitPool the pool that it goes to, or 0
     * @param creditPool the pool that it comes from, or 0
     * @param periodic where it goes and comes from under the periodic inventory system
     */
    record What(Key source, long about, LineKind kind, long debitAccount, long creditAccount, long debitPool,
        long creditPool, PeriodicSides periodic) {
    }

}
