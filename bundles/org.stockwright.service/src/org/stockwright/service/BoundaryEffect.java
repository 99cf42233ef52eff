package org.stockwright.service;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a position of the push-pull boundary does.
 *
 * @param boundary how many stages are done ahead
 * @param model how the stock was calculated
 * @param ratio the critical ratio Cu/(Cu+Co) or the wanted service
 * @param stock how many units to hold: Q of the newsvendor or the base-stock level S; 0 for boundary 0
 * @param fill which share of customers finds a stored unit
 * @param waitStored minutes that a customer waits when a unit is stored: the standard times of the stages behind the boundary
 * @param waitAll minutes when none is: the standard times of all stages
 * @param waitExpected the expected minutes: fill x waitStored + (1 - fill) x waitAll
 * @param preparation what preparing one unit costs, in the company's currency
 * @param obsolete how many units of a period expire unused, as expected
 * @param obsolescence what they cost
 * @param invested what the stock is worth: stock x preparation
 * @param validityDays how long a unit can be used; empty when it does not age
 */
public record BoundaryEffect(int boundary, Model model, BigDecimal ratio, BigDecimal stock, BigDecimal fill,
    BigDecimal waitStored, BigDecimal waitAll, BigDecimal waitExpected, BigDecimal preparation, BigDecimal obsolete,
    BigDecimal obsolescence, BigDecimal invested, Optional<Integer> validityDays) {

    /** How the stock was calculated. */
    public enum Model {
        /** Nothing is done ahead. */
        NONE,
        /** Units perish within the protected time: one purchase for one season. */
        NEWSVENDOR,
        /** Units keep: what is used is prepared again. */
        BASE_STOCK
    }

}
