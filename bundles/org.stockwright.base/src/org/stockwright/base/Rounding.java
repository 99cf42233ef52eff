package org.stockwright.base;

import java.math.RoundingMode;

/** What to do with the part of a conversion that the target cannot hold. Nothing is rounded without naming one. */
public enum Rounding {

    /** Never round: refuse when something would be lost. */
    EXACT(RoundingMode.UNNECESSARY),

    /** To the nearest, halves away from zero. */
    HALF_UP(RoundingMode.HALF_UP),

    /** To the nearest, halves to the even neighbour. */
    HALF_EVEN(RoundingMode.HALF_EVEN),

    /** Away from zero: enough is ordered or packed. */
    UP(RoundingMode.UP),

    /** Towards zero: no more is promised than there is. */
    DOWN(RoundingMode.DOWN);

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /** The same rule in the words of {@link java.math}. */
    public RoundingMode mode() {
        return mode;
    }

}
