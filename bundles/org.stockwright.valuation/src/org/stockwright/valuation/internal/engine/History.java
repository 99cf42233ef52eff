package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.List;

import org.stockwright.valuation.Cost;

/** What the engine asks about events before the one that it works on. */
public interface History {

    /**
     * A movement that another one brings back, or a part of it.
     *
     * @param movement its number
     * @param quantity how much it moved
     * @param before how much of that had come back before
     * @param part how much of it comes back now
     * @param cost at which cost it moved all, by the events up to now
     */
    record Original(long movement, BigDecimal quantity, BigDecimal before, BigDecimal part, Cost cost) {

        /** The cost of the part: together the parts have the cost of the whole, to the last decimal. */
        public Cost value(int scale) {
            Cost gone = before.signum() == 0 ? Cost.ZERO : cost.share(before, quantity, scale);
            return cost.share(before.add(part), quantity, scale).minus(gone);
        }

    }

    /**
     * Goods of a receipt that left our stock.
     *
     * @param movement by which they left
     * @param quantity how many of them
     * @param to where their cost went
     */
    record Use(long movement, BigDecimal quantity, Side to) {
    }

    /**
     * What a movement brings back: what it reverses, else the newest issues, or receipts, of the item and lot on the same
     * paper that did not come back before. Only what comes before it in time counts; what it brings back beyond that has no
     * original.
     */
    List<Original> originals(Event.Move move);

    /** Where the goods of a receipt went that are in our stock no more, in the order of time. */
    List<Use> uses(Event.LateCost event);

}
