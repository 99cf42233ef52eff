package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.valuation.Cost;
import org.stockwright.valuation.internal.engine.Key;
import org.stockwright.valuation.internal.engine.LineKind;

/**
 * A row of the journal that is to be written.
 *
 * @param item the item; 0 for what is of a production order alone
 * @param what what it is about
 * @param costCentre the cost centre, or empty
 * @param amount how much
 * @param stockChange what it adds to the value of our stock
 * @param repriced whether it puts an earlier row right
 */
record Entry(long item, What what, String costCentre, Cost amount, BigDecimal stockChange, boolean repriced) {

    /** The production orders that it is about. */
    Set<Long> orders() {
        if (what.debitOrder() == 0 && what.creditOrder() == 0) {
            return Set.of();
        }
        Set<Long> orders = new TreeSet<>(List.of(what.debitOrder(), what.creditOrder()));
        orders.remove(0L);
        return orders;
    }

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
     * @param debitOrder the production order that it goes to, or 0
     * @param creditOrder the production order that it comes from, or 0
     * @param periodic where it goes and comes from under the periodic inventory system
     */
    record What(Key source, long about, LineKind kind, long debitAccount, long creditAccount, long debitPool,
        long creditPool, long debitOrder, long creditOrder, PeriodicSides periodic) {
    }

}
