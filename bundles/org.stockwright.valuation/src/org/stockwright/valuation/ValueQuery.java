package org.stockwright.valuation;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.ItemId;

/**
 * Which values are asked for. Every part that is left empty does not narrow.
 *
 * @param item only this item
 * @param category only items of this category and its parts
 * @param asOf as it was in the books at this instant, inclusive; empty for now
 * @param knownAt as it was known at this instant, inclusive; empty for now
 * @param method as if cost had always flowed so; empty for how it did
 * @param bySite whether a row stands for an item at a site rather than for an item
 */
public record ValueQuery(Optional<ItemId> item, Optional<String> category, Optional<Instant> asOf,
    Optional<Instant> knownAt, Optional<CostMethod> method, boolean bySite) {

    /** All items, now. */
    public static ValueQuery all() {
        return new ValueQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            false);
    }

    /** The same of one item. */
    public ValueQuery of(ItemId one) {
        return new ValueQuery(Optional.of(one), category, asOf, knownAt, method, bySite);
    }

    /** The same at other instants. */
    public ValueQuery at(Optional<Instant> effective, Optional<Instant> known) {
        return new ValueQuery(item, category, effective, known, method, bySite);
    }

    /** The same by another method. */
    public ValueQuery by(CostMethod other) {
        return new ValueQuery(item, category, asOf, knownAt, Optional.of(other), bySite);
    }

}
