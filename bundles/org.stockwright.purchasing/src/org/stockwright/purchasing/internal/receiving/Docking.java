package org.stockwright.purchasing.internal.receiving;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.ReceivingRules.Docks;

/** The docks of all warehouses, as they are at one moment. */
public final class Docking {

    private final Map<LocationId, Docks> docks = new HashMap<>();
    private final Locations locations;

    Docking(List<Docks> docks, Locations locations) {
        docks.forEach(one -> this.docks.put(one.warehouse(), one));
        this.locations = locations;
    }

    /** The docks of a warehouse, or of the nearest place that it is part of and that has some. */
    public Docks of(LocationId warehouse) {
        Optional<LocationId> at = Optional.of(warehouse);
        while (at.isPresent()) {
            if (docks.containsKey(at.get())) {
                return docks.get(at.get());
            }
            at = at.flatMap(locations::get).flatMap(Location::parent);
        }
        return new Docks(warehouse, Optional.empty(), Optional.empty());
    }

    /** Whether goods at this place wait to be put away: it is the receiving area of a warehouse. */
    public boolean isReceivingArea(LocationId place) {
        return docks.values().stream().anyMatch(one -> one.receiving().equals(Optional.of(place)));
    }

    /** Whether goods at this place wait to leave. */
    public boolean isShippingArea(LocationId place) {
        return docks.values().stream().anyMatch(one -> one.shipping().equals(Optional.of(place)));
    }

}
