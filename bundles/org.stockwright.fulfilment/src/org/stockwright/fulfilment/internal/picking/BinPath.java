package org.stockwright.fulfilment.internal.picking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;

/**
 * The way through the warehouse: places along their tree by pick sequence, and where there are aisles, every second one
 * of the same parent backwards, as one walks.
 */
public final class BinPath {

    private final Map<LocationId, Integer> ranks = new HashMap<>();
    private final Map<LocationId, Location> places = new HashMap<>();

    /** The way along these places, parents before their parts and siblings in their order. */
    public BinPath(List<Location> tree) {
        Map<LocationId, List<Location>> parts = new LinkedHashMap<>();
        List<Location> roots = new ArrayList<>();
        for (Location place : tree) {
            places.put(place.id(), place);
            if (place.parent().isPresent()) {
                parts.computeIfAbsent(place.parent().get(), parent -> new ArrayList<>()).add(place);
            } else {
                roots.add(place);
            }
        }
        walk(roots, parts, false);
    }

    private void walk(List<Location> siblings, Map<LocationId, List<Location>> parts, boolean backwards) {
        int aisle = 0;
        for (Location place : backwards ? siblings.reversed() : siblings) {
            ranks.put(place.id(), ranks.size());
            boolean turned = backwards;
            if (place.kind() == LocationKind.AISLE) {
                turned = aisle % 2 == 1;
                aisle++;
            }
            walk(parts.getOrDefault(place.id(), List.of()), parts, turned);
        }
    }

    /** The rank of a place; the lower, the sooner. */
    public int rank(LocationId place) {
        return ranks.getOrDefault(place, Integer.MAX_VALUE);
    }

    /** The code of the zone that a place is part of, or empty. */
    String zone(LocationId place) {
        Optional<Location> at = Optional.ofNullable(places.get(place));
        while (at.isPresent() && at.get().kind() != LocationKind.ZONE) {
            at = at.get().parent().map(places::get);
        }
        return at.map(Location::code).orElse("");
    }

    /** The code of a place, or empty. */
    String code(LocationId place) {
        return Optional.ofNullable(places.get(place)).map(Location::code).orElse("");
    }

}
