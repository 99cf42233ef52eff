package org.stockwright.base;

/**
 * A contribution of whose class there are several, such as reports that differ by their design. Each fails, and is disabled by
 * {@link Contributions}, by itself. To be implemented with a name that is known from the start, for it is asked for when the
 * contribution has failed.
 */
public interface DistinctPart {

    /** What tells it from the others of its class; the same after a restart. */
    String distinctName();

}
