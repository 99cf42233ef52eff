package org.stockwright.valuation.internal.engine;

import org.stockwright.ledger.LocationKind;

/**
 * One end of a movement as valuation sees it.
 *
 * @param kind what the place is
 * @param pool the pool that goods there belong to, ours or on their way; null outside of what is kept
 */
public record Spot(LocationKind kind, PoolKey pool) {

    /** Whether goods there are kept, with a cost. */
    public boolean isStock() {
        return pool != null;
    }

}
