package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;

import org.stockwright.valuation.internal.engine.Key;

/**
 * Where the valuation of an item stands.
 *
 * @param item the item
 * @param stamp names the state in memory
 * @param key its last event
 * @param quantity how much is in stock then
 * @param amount what it is worth then
 * @param sinceCheckpoint events since the newest checkpoint
 * @param due when the next change of a policy or standard cost comes
 */
record Head(long item, long stamp, Key key, BigDecimal quantity, BigDecimal amount, int sinceCheckpoint, long due) {

    /** Of an item without a value yet. */
    static final long NO_STAMP = 0;

    boolean isNew() {
        return stamp == NO_STAMP;
    }

}
