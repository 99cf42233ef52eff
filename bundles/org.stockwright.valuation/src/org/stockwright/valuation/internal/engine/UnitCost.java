package org.stockwright.valuation.internal.engine;

import java.math.BigDecimal;

import org.stockwright.valuation.Cost;

/**
 * A cost per unit, kept as a fraction so that nothing is lost.
 *
 * @param value of so many
 * @param quantity not zero
 */
record UnitCost(Cost value, BigDecimal quantity) {

    /** What so many units cost, rounded once. */
    Cost of(BigDecimal some, int scale) {
        return value.share(some, quantity, scale);
    }

}
