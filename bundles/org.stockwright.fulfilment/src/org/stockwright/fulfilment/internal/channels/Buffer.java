package org.stockwright.fulfilment.internal.channels;

import java.math.BigDecimal;

import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Rounding;

/**
 * What a channel is not told of: offered = max(0, ATP − quantity − ATP · percent / 100), rounded down to the unit's step.
 *
 * @param quantity held back of each item, in its base unit
 * @param percent of what can be promised that is held back besides
 */
record Buffer(BigDecimal quantity, BigDecimal percent) {

    private static final int HUNDREDTHS = 2;

    /** What is told of what can be promised. */
    Quantity of(Quantity promisable) {
        BigDecimal share = promisable.amount().multiply(percent).movePointLeft(HUNDREDTHS);
        BigDecimal left = promisable.amount().subtract(quantity).subtract(share);
        return promisable.signum() <= 0 || left.signum() <= 0 ? Quantity.zero(promisable.unit())
            : new Quantity(Rational.of(left).roundTo(promisable.unit().step(), Rounding.DOWN), promisable.unit());
    }

}
