package org.stockwright.bench.internal;

import org.stockwright.base.Progress;

/** Two ways to the same end. Each call does what one round asks for and returns something that depends on it. */
interface Contest {

    /**
     * Makes what is missing of the ledger, once.
     *
     * @param ledgerSize as it was asked for
     */
    default void prepare(int ledgerSize) {
        // most need nothing else
    }

    /** Makes what the next round of either side consumes; its time does not count. */
    default void before(int operations) {
        // most consume nothing
    }

    /** The product's services. */
    long stockwright(int operations, Progress progress);

    /** Plain JDBC. */
    long raw(int operations, Progress progress);

}
