package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.valuation.Cost;

/** What the engine asks about events before the one that it works on. */
public interface History {

    /**
     * What a movement moved.
     *
     * @param movement its number
     * @param quantity how much
     * @param cost at which cost, by the events up to now
     */
    record Original(long movement, BigDecimal quantity, Cost cost) {
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
     * The movement that this one brings back: the one that it reverses, else the newest issue, or receipt, of the item
     * and lot on the same paper. Only one that comes before it in time counts.
     */
    Optional<Original> original(Event.Move move);

    /** Where the goods of a receipt went that are in our stock no more, in the order of time. */
    List<Use> uses(Event.LateCost event);

}
