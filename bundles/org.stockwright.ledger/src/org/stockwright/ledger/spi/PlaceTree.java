package org.stockwright.ledger.spi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

/** The tree of places for the time of one question. */
public final class PlaceTree {

    private final Map<LocationId, Location> places = new HashMap<>();
    private final Map<LocationId, Boolean> usable = new HashMap<>();

    /** As it is now. */
    public PlaceTree(Locations locations) {
        locations.list().forEach(place -> places.put(place.id(), place));
    }

    /** The place with this identity. */
    public Optional<Location> get(LocationId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Whether what lies there may be used: it is a place to pick from that neither itself nor anything above is locked. */
    public boolean isUsable(LocationId id) {
        Boolean known = usable.get(id);
        if (known == null) {
            known = find(id);
            usable.put(id, known);
        }
        return known;
    }

    private boolean find(LocationId id) {
        Optional<Location> part = get(id);
        boolean good = part.filter(place -> place.kind().isPickable() && place.active()).isPresent();
        while (good && part.isPresent()) {
            good = part.get().lockReason().isEmpty();
            part = part.get().parent().flatMap(this::get);
        }
        return good;
    }

    /** Whether a place is one of these or a part of one. */
    public boolean isWithin(LocationId id, Set<LocationId> roots) {
        return roots.contains(id) && get(id).isPresent() || !above(id, roots).isEmpty();
    }

    /** Those of these places that a place is a part of, the nearest first, without itself. */
    public List<LocationId> above(LocationId id, Set<LocationId> roots) {
        List<LocationId> result = new ArrayList<>();
        Optional<Location> whole = get(id).flatMap(Location::parent).flatMap(this::get);
        while (whole.isPresent()) {
            if (roots.contains(whole.get().id())) {
                result.add(whole.get().id());
            }
            whole = whole.get().parent().flatMap(this::get);
        }
        return result;
    }

    /** The warehouse that a place is part of; without one, the topmost place above it. */
    public LocationId warehouse(LocationId id) {
        LocationId top = id;
        Optional<Location> part = get(id);
        while (part.isPresent()) {
            top = part.get().id();
            if (part.get().kind() == LocationKind.WAREHOUSE) {
                return top;
            }
            part = part.get().parent().flatMap(this::get);
        }
        return top;
    }

    /** The code of a place. */
    public String code(LocationId id) {
        return get(id).map(Location::code).orElse("");
    }

}
