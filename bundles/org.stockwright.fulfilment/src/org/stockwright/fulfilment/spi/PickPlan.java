package org.stockwright.fulfilment.spi;

import java.util.List;

/**
 * A pick list to be made. Its lines are put into the order of the way through the warehouse by whoever makes it.
 *
 * @param name what tells it from the others, for example the zone; may be empty
 * @param summed whether the same goods of several orders in one bin are one line, sorted by order afterwards
 * @param picks at least one
 */
public record PickPlan(String name, boolean summed, List<Pick> picks) {

    /** Takes a copy. */
    public PickPlan {
        picks = List.copyOf(picks);
    }

    /**
     * One taking.
     *
     * @param task what
     * @param tote the box or compartment that it is put into, or empty
     */
    public record Pick(PickTask task, String tote) {
    }

}
