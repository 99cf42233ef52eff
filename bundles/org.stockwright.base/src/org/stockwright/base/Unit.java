package org.stockwright.base;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A unit of measure, or an item's pack seen as one: how many of its dimension's base unit one of it is, how many
 * decimals a quantity in it may have, and the step that it is counted in. Whole-number units have scale 0 and step 1.
 *
 * @param code what people type, for example {@code KG}
 * @param dimension what it measures, for example {@code mass}; units of one dimension convert into each other
 * @param factor how many of the dimension's base unit one of this unit is; positive
 * @param scale the decimals of a quantity in this unit, 0 to {@value #MAX_SCALE}
 * @param step the smallest amount; positive, every quantity is a multiple of it
 */
public record Unit(String code, String dimension, Rational factor, int scale, BigDecimal step) {

    /** The most decimals that the ledger keeps. */
    public static final int MAX_SCALE = 9;

    /** Pieces, counted one by one. */
    public static final Unit EACH = new Unit("EA", "count", Rational.ONE, 0, BigDecimal.ONE);

    /**
     * Checks the parts against each other.
     *
     * @throws IllegalArgumentException when the factor or the step is not positive, the scale is out of range or the
     *             step has more decimals than the scale
     */
    public Unit {
        Objects.requireNonNull(code);
        Objects.requireNonNull(dimension);
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("the factor of a unit is positive: " + factor);
        }
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("the scale of a unit is 0 to " + MAX_SCALE + ": " + scale);
        }
        step = step.stripTrailingZeros();
        if (step.signum() <= 0 || step.scale() > scale) {
            throw new IllegalArgumentException("the step of a unit is positive and has its scale: " + step);
        }
    }

    /** A unit whose step is one in its last decimal. */
    public static Unit of(String code, String dimension, Rational factor, int scale) {
        return new Unit(code, dimension, factor, scale, BigDecimal.ONE.movePointLeft(scale));
    }

    /** A pack that holds so many of this unit, counted in whole packs. */
    public Unit pack(String packCode, Rational content) {
        return of(packCode, dimension, factor.times(content), 0);
    }

    /** Whether an amount has no more decimals than the scale and is a multiple of the step. */
    public boolean holds(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= scale && amount.remainder(step).signum() == 0;
    }

    @Override
    public String toString() {
        return code;
    }

}
