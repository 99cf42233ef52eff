package org.stockwright.ledger.internal.imports;

import java.util.List;
import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Finds the locations of a file by their codes. */
public final class PlaceFinder {

    private final Locations locations;
    private final Nearest nearest = new Nearest();
    private List<String> codes = List.of();

    /** For one file. */
    public PlaceFinder(Locations locations) {
        this.locations = locations;
    }

    /** The location with this code; none for an empty one. */
    public Outcome<Optional<LocationId>> find(String code) {
        if (code.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        Optional<Location> location = locations.byCode(code);
        if (location.isPresent()) {
            return Outcome.done(location.map(Location::id));
        }
        if (codes.isEmpty()) {
            codes = locations.list().stream().map(Location::code).toList();
        }
        return Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code)
            .hint(nearest.hint(code, codes, "Import the location first.")));
    }

}
