package org.stockwright.fulfilment.internal;

import java.util.function.Supplier;

/** Somebody else was quicker: the step is undone and done again, on what he left. */
public final class LostRace extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int ATTEMPTS = 20;

    /** Undoes the step. */
    public LostRace() {
        super("somebody else was quicker", null, false, false);
    }

    /** Runs a step until nobody is quicker. */
    public static <T> T again(Supplier<T> step) {
        LostRace last = new LostRace();
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                return step.get();
            } catch (LostRace e) {
                last = e;
            }
        }
        throw last;
    }

}
