package org.stockwright.ledger.internal.places;

import java.util.Map;
import java.util.Optional;

import org.stockwright.catalog.NegativePolicy;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;

/**
 * Which stock may go negative: a location's own policy comes first, then that of the item's category or the nearest
 * one above it, then that of the kind of location. A serial number is there or not: it is never negative.
 *
 * @param kinds by kind of location; a kind that is missing blocks
 * @param categories by the category's path
 */
public record NegativePolicies(Map<LocationKind, NegativePolicy> kinds, Map<String, NegativePolicy> categories) {

    /** Takes copies. */
    public NegativePolicies {
        kinds = Map.copyOf(kinds);
        categories = Map.copyOf(categories);
    }

    /** The policy for a kind of location. */
    public NegativePolicy of(LocationKind kind) {
        return kinds.getOrDefault(kind, NegativePolicy.BLOCK);
    }

    /** The policy for an item's stock at a place; places that are not kept allow everything. */
    public NegativePolicy of(Location place, String categoryPath, Tracking tracking) {
        if (!place.kind().isKept()) {
            return NegativePolicy.ALLOW;
        }
        if (tracking == Tracking.SERIAL) {
            return NegativePolicy.BLOCK;
        }
        return place.negativePolicy().or(() -> ofCategory(categoryPath)).orElseGet(() -> of(place.kind()));
    }

    private Optional<NegativePolicy> ofCategory(String path) {
        if (categories.isEmpty()) {
            return Optional.empty();
        }
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            NegativePolicy policy = categories.get(at);
            if (policy != null) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

}
