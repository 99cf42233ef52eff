package org.stockwright.ledger.internal.stock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** The tree of places for the time of one question. */
final class Places {

    private final Locations locations;
    private final Map<Long, Place> known = new HashMap<>();

    Places(Locations locations) {
        this.locations = locations;
    }

    /**
     * What a figure needs to know about a place.
     *
     * @param usable whether stock there may be used: a pickable place that neither itself nor above is locked
     */
    record Place(LocationId id, String code, boolean usable) {
    }

    Place get(long id) {
        return known.computeIfAbsent(id, this::find);
    }

    private Place find(Long id) {
        Location location = location(new LocationId(id));
        boolean usable = location.kind().isPickable();
        Optional<Location> part = Optional.of(location);
        while (usable && part.isPresent()) {
            usable = part.get().lockReason().isEmpty();
            part = part.get().parent().map(this::location);
        }
        return new Place(location.id(), location.code(), usable);
    }

    private Location location(LocationId id) {
        return locations.get(id)
            .orElseThrow(() -> new IllegalStateException("the place " + id + " is not in the tree"));
    }

    /** A place and all that is part of it. */
    Set<Long> subtree(LocationId root) {
        Set<Long> inside = new HashSet<>(Set.of(root.value()));
        for (Location location : locations.list()) {
            if (location.parent().isPresent() && inside.contains(location.parent().get().value())) {
                inside.add(location.id().value());
            }
        }
        return inside;
    }

}
