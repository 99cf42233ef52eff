package org.stockwright.ledger.internal.posting;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations.Standard;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.internal.places.LocationTree;

/** Where a line goes: the places that it names, those that its kind implies, and whether they fit the kind. */
final class PlaceChecks {

    private final LocationTree tree;

    PlaceChecks(LocationTree tree) {
        this.tree = tree;
    }

    /** Where from and where to. */
    record Way(Location from, Location to) {
    }

    Outcome<Way> way(MovementLine line) {
        for (Optional<LocationId> named : List.of(line.from(), line.to())) {
            if (named.isPresent() && tree.get(named.get()).isEmpty()) {
                return Outcome.refused(LedgerRefusal.UNKNOWN_LOCATION, named.get());
            }
        }
        Optional<Location> from = line.from().flatMap(tree::get);
        Optional<Location> to = line.to().flatMap(tree::get);
        return switch (line.kind()) {
            case ADJUST -> adjust(line, from, to);
            case STATUS -> way(line, from.or(() -> to), to.or(() -> from));
            default -> way(line, from.or(() -> implied(line.kind().impliedFrom())),
                to.or(() -> implied(line.kind().impliedTo())));
        };
    }

    private Optional<Location> implied(Optional<Standard> standard) {
        return standard.flatMap(one -> tree.byCode(one.code()));
    }

    /** More comes from the count difference, less goes there, whichever of the two places was named. */
    private Outcome<Way> adjust(MovementLine line, Optional<Location> from, Optional<Location> to) {
        Optional<Location> difference = implied(Optional.of(Standard.COUNT_DIFFERENCE));
        Optional<Location> main = implied(Optional.of(Standard.MAIN));
        boolean fromDifference = from.filter(PlaceChecks::isDifference).isPresent();
        boolean toDifference = to.filter(PlaceChecks::isDifference).isPresent();
        if (line.quantity().signum() < 0) {
            if (fromDifference) {
                return way(line, to.or(() -> main), from);
            }
            return toDifference ? way(line, from.or(() -> main), to)
                : way(line, from.or(() -> to).or(() -> main), from.isPresent() && to.isPresent() ? to : difference);
        }
        if (toDifference) {
            return way(line, from.or(() -> main), to);
        }
        return from.isPresent() && !fromDifference ? way(line, from, to.or(() -> difference))
            : way(line, from.or(() -> difference), to.or(() -> main));
    }

    private static boolean isDifference(Location place) {
        return place.kind() == LocationKind.COUNT_DIFFERENCE;
    }

    private static Outcome<Way> way(MovementLine line, Optional<Location> from, Optional<Location> to) {
        if (from.isEmpty()) {
            return Outcome.refused(LedgerRefusal.PLACE_MISSING, line.kind().word(), "from");
        }
        if (to.isEmpty()) {
            return Outcome.refused(LedgerRefusal.PLACE_MISSING, line.kind().word(), "to");
        }
        Location start = from.get();
        Location end = to.get();
        for (Location place : new Location[] { start, end }) {
            if (!place.active()) {
                return Outcome.refused(LedgerRefusal.LOCATION_INACTIVE, place.code());
            }
        }
        if (!fits(line.kind(), start, end)) {
            return Outcome.refused(Refusal.of(LedgerRefusal.PLACES_DO_NOT_FIT, line.kind().word(), start.code(),
                end.code()).hint(wanted(line.kind())));
        }
        boolean sameStatus = line.toStatus().isEmpty() || line.toStatus().equals(line.status());
        if (start.id().equals(end.id()) && sameStatus && line.fromHandlingUnit().equals(line.toHandlingUnit())) {
            return Outcome.refused(LedgerRefusal.NOTHING_MOVES, start.code());
        }
        return Outcome.done(new Way(start, end));
    }

    private static boolean fits(MovementKind kind, Location from, Location to) {
        boolean keptFrom = from.kind().isKept();
        boolean keptTo = to.kind().isKept();
        return switch (kind) {
            case RECEIPT -> is(from, LocationKind.SUPPLIER, LocationKind.PRODUCTION) && keptTo;
            case ISSUE -> keptFrom && is(to, LocationKind.CUSTOMER, LocationKind.PRODUCTION);
            case TRANSFER -> keptFrom && keptTo;
            case ADJUST -> isDifference(from) && keptTo || keptFrom && isDifference(to);
            case SCRAP -> keptFrom && is(to, LocationKind.SCRAP);
            case RETURN_IN -> is(from, LocationKind.CUSTOMER) && keptTo;
            case RETURN_OUT -> keptFrom && is(to, LocationKind.SUPPLIER);
            case OPENING -> isDifference(from) && keptTo;
            case STATUS -> keptFrom && from.id().equals(to.id());
            case CONSUME -> keptFrom && is(to, LocationKind.CONVERSION);
            case PRODUCE -> is(from, LocationKind.CONVERSION) && keptTo;
        };
    }

    private static boolean is(Location place, LocationKind... kinds) {
        return Set.of(kinds).contains(place.kind());
    }

    private static String wanted(MovementKind kind) {
        return switch (kind) {
            case RECEIPT -> "It comes from a supplier or from production and goes to a place that keeps stock.";
            case ISSUE -> "It goes from a place that keeps stock to a customer or to production.";
            case TRANSFER -> "It goes from one place that keeps stock to another.";
            case ADJUST -> "It goes between a count difference and a place that keeps stock.";
            case SCRAP -> "It goes from a place that keeps stock to scrap.";
            case RETURN_IN -> "It comes from a customer and goes to a place that keeps stock.";
            case RETURN_OUT -> "It goes from a place that keeps stock to a supplier.";
            case OPENING -> "It comes from a count difference and goes to a place that keeps stock.";
            case STATUS -> "It stays at one place that keeps stock.";
            case CONSUME -> "It goes from a place that keeps stock to a conversion.";
            case PRODUCE -> "It comes from a conversion and goes to a place that keeps stock.";
        };
    }

}
