package org.stockwright.ledger.spi;

import org.stockwright.base.NoFault;

/**
 * Somebody else was quicker: made the same key, lot, balance or number series, took the stock that was chosen, or changed a
 * policy. Thrown inside the work of a {@link StockWork}: the work is undone, begins again and finds what the other one made.
 */
public final class LostRace extends RuntimeException implements NoFault {

    private static final long serialVersionUID = 1;

    /** Undoes the work and has it run again. */
    public LostRace() {
        super("somebody else was quicker", null, false, false);
    }

}
