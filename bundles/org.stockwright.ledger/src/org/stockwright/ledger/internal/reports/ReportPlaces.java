package org.stockwright.ledger.internal.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;

/** The tree of places as it is when a report runs. */
final class ReportPlaces {

    private static final int MOST_HINTS = 3;

    private final Map<LocationId, Location> byId = new HashMap<>();
    private final Map<String, Location> byCode = new HashMap<>();

    ReportPlaces(Locations locations) {
        for (Location location : locations.list()) {
            byId.put(location.id(), location);
            byCode.put(location.code(), location);
        }
    }

    /** The place with this code. */
    Optional<Location> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Nothing when the code is empty or known, otherwise why not. */
    List<Refusal> check(String code) {
        if (code.isEmpty() || byCode.containsKey(code)) {
            return List.of();
        }
        String wanted = code.toLowerCase(Locale.ROOT);
        String near = byCode.values().stream()
            .filter(place -> place.code().toLowerCase(Locale.ROOT).contains(wanted)
                || wanted.contains(place.code().toLowerCase(Locale.ROOT))
                || place.name().toLowerCase(Locale.ROOT).contains(wanted))
            .map(Location::code).sorted().limit(MOST_HINTS).collect(Collectors.joining(", "));
        return List.of(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code)
            .hint(near.isEmpty() ? "The locations are listed in the Locations view and by the command 'locations'."
                : "Did you mean " + near + "?"));
    }

    /** The code and name of the site that a place belongs to, or of the topmost place when there is no site above. */
    String site(String code) {
        Location place = byCode.get(code);
        if (place == null) {
            return code;
        }
        while (place.kind() != LocationKind.SITE) {
            Location parent = place.parent().map(byId::get).orElse(null);
            if (parent == null) {
                break;
            }
            place = parent;
        }
        return place.name().isEmpty() || place.name().equals(place.code()) ? place.code()
            : place.code() + " " + place.name();
    }

    /** Whether what lies at a place counts as stock of the scope: a place and its parts, or all that keep stock. */
    boolean inside(String code, Optional<LocationId> scope) {
        Location place = byCode.get(code);
        if (place == null || !place.kind().isKept()) {
            return false;
        }
        if (scope.isEmpty()) {
            return true;
        }
        for (Location at = place; at != null; at = at.parent().map(byId::get).orElse(null)) {
            if (at.id().equals(scope.get())) {
                return true;
            }
        }
        return false;
    }

}
