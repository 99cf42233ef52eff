package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;

/** Hears where goods go while events are applied. */
public interface Watcher {

    /** Hears nothing. */
    Watcher NONE = new Watcher() {};

    /**
     * Goods left our stock for good.
     *
     * @param origin the movement by which they had come
     * @param movement by which they left
     * @param quantity how many
     * @param to where their cost went
     */
    default void used(long origin, long movement, BigDecimal quantity, Side to) {
        // not of interest
    }

    /**
     * A movement took part of a layer from its pool.
     *
     * @param movement the movement
     * @param part what it took, with its cost
     */
    default void taken(long movement, Layer part) {
        // not of interest
    }

}
