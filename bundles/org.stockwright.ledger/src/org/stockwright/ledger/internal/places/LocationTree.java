package org.stockwright.ledger.internal.places;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;

/** All locations at one moment. Immutable; made anew when something changed. */
public final class LocationTree {

    private static final Comparator<Location> SIBLINGS = Comparator
        .comparing((Location place) -> place.pickSequence().orElse(Integer.MAX_VALUE)).thenComparing(Location::code);

    private final Map<LocationId, Location> byId = new HashMap<>();
    private final Map<String, Location> byCode = new HashMap<>();
    private final Map<LocationId, String> paths = new HashMap<>();
    private final List<Location> ordered = new ArrayList<>();

    /** Builds the tree; locations that are part of themselves are left out of {@link #list}. */
    public LocationTree(Collection<Location> locations) {
        Map<LocationId, List<Location>> children = new HashMap<>();
        List<Location> roots = new ArrayList<>();
        for (Location place : locations) {
            byId.put(place.id(), place);
            byCode.put(place.code(), place);
            place.parent().ifPresentOrElse(
                parent -> children.computeIfAbsent(parent, key -> new ArrayList<>()).add(place),
                () -> roots.add(place));
        }
        children.values().forEach(siblings -> siblings.sort(SIBLINGS.reversed()));
        roots.sort(SIBLINGS.reversed());
        Deque<Location> open = new ArrayDeque<>();
        roots.forEach(open::push);
        while (!open.isEmpty()) {
            Location place = open.pop();
            ordered.add(place);
            String above = place.parent().map(paths::get).orElse("/");
            paths.put(place.id(), above + place.id() + "/");
            // siblings are sorted backwards: the first one is pushed last and popped first
            children.getOrDefault(place.id(), List.of()).forEach(open::push);
        }
    }

    /** The location with this identity. */
    public Optional<Location> get(LocationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The location with this code. */
    public Optional<Location> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All locations, parents before children, siblings by pick sequence and code. */
    public List<Location> list() {
        return List.copyOf(ordered);
    }

    /** The identities from the root to the place, {@code /1/5/20/}; empty for a place that hangs on no root. */
    public Optional<String> path(LocationId id) {
        return Optional.ofNullable(paths.get(id));
    }

    /** The nearest locked place among a place and those that it is part of. */
    public Optional<Location> lockedAt(Location place) {
        Optional<Location> at = Optional.of(place);
        while (at.isPresent()) {
            if (!at.get().lockReason().isEmpty()) {
                return at;
            }
            at = at.get().parent().flatMap(this::get);
        }
        return Optional.empty();
    }

}
