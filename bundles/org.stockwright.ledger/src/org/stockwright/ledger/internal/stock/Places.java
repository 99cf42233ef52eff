package org.stockwright.ledger.internal.stock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** The tree of places for the time of one question. */
final class Places {

    private final Locations locations;
    private final Optional<Set<LocationId>> roots;
    private final Map<Long, Place> known = new HashMap<>();

    /** Limited to these places with their parts, if to any. */
    Places(Locations locations, Optional<Set<LocationId>> roots) {
        this.locations = locations;
        this.roots = roots;
    }

    /** The places that may be seen; empty when all may. */
    Optional<Set<Long>> allowed() {
        return roots.map(this::subtrees);
    }

    /**
     * The places that a question is about: the named one with its parts, as far as they may be seen.
     *
     * @return empty when it is about all; a set with no place in it when it is about none
     */
    Optional<Set<Long>> inside(Optional<LocationId> root) {
        Optional<Set<Long>> named = root.map(this::subtree);
        Optional<Set<Long>> allowed = allowed();
        if (named.isEmpty() || allowed.isEmpty()) {
            return named.or(() -> allowed);
        }
        named.get().retainAll(allowed.get());
        return named;
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

    /** The places of which {@link Place#usable} is not true. */
    List<Long> unusable() {
        return locations.list().stream().map(location -> location.id().value()).filter(id -> !get(id).usable())
            .toList();
    }

    /** A place and all that is part of it. */
    Set<Long> subtree(LocationId root) {
        return subtrees(Set.of(root));
    }

    private Set<Long> subtrees(Set<LocationId> tops) {
        Set<Long> inside = new HashSet<>();
        tops.forEach(top -> inside.add(top.value()));
        for (Location location : locations.list()) {
            if (location.parent().isPresent() && inside.contains(location.parent().get().value())) {
                inside.add(location.id().value());
            }
        }
        return inside;
    }

}
