package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share of customers, exact: a part of a whole. A critical ratio such as 2/3 has no end as a decimal, and a rounded one would
 * ask for a unit too many.
 *
 * @param part not negative, at most the whole
 * @param whole positive
 */
record Share(BigDecimal part, BigDecimal whole) {

    /** So many of 1. */
    static Share of(BigDecimal share) {
        return new Share(share, BigDecimal.ONE);
    }

    /** As a decimal of 16 digits. */
    BigDecimal decimal() {
        return part.divide(whole, MathContext.DECIMAL64);
    }

    /** The standard normal deviate below which this share lies. */
    BigDecimal deviate() {
        // the smaller side has all its digits, however near to 0 or 1 the share is
        BigDecimal rest = whole.subtract(part);
        BigDecimal deviate = InverseNormal.ofTail(part.min(rest).divide(whole, MathContext.DECIMAL128).doubleValue());
        return part.compareTo(rest) < 0 ? deviate : deviate.negate();
    }

    /** The least number of so many that are at least this share of them; at least 1. */
    int of(int count) {
        return part.multiply(BigDecimal.valueOf(count)).divide(whole, 0, RoundingMode.CEILING).max(BigDecimal.ONE)
            .intValueExact();
    }

}
