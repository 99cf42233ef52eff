package org.stockwright.hostile;

import java.util.Set;

import org.stockwright.ledger.LocationKind;

/** Where a line of the random walk goes by the rules for kinds of movements. */
final class WalkWays {

    private static final String MAIN = "MAIN";
    private static final String DIFFERENCE = "COUNT-DIFFERENCE";
    private static final String CONVERSION = "CONVERSION";

    private WalkWays() {
    }

    /** From and to, or null after the reason was added. */
    static String[] of(WalkWorld world, WalkBook.Line line, Set<String> codes) {
        for (String named : new String[] { line.from(), line.to() }) {
            if (!named.isEmpty() && !world.places.containsKey(named)) {
                codes.add("UNKNOWN_LOCATION");
                return null;
            }
        }
        String[] way = implied(line);
        if (way[0].isEmpty() || way[1].isEmpty()) {
            codes.add("PLACE_MISSING");
            return null;
        }
        WalkWorld.Place from = world.places.get(way[0]);
        WalkWorld.Place to = world.places.get(way[1]);
        if (!from.active || !to.active) {
            codes.add("LOCATION_INACTIVE");
        } else if (!fits(line, from, to)) {
            codes.add("PLACES_DO_NOT_FIT");
        } else if (from == to && (line.toStatus().isEmpty() || line.toStatus().equals(line.status()))
            && line.fromUnit().equals(line.toUnit())) {
            codes.add("NOTHING_MOVES");
        }
        return way;
    }

    private static String or(String named, String implied) {
        return named.isEmpty() ? implied : named;
    }

    private static String[] implied(WalkBook.Line line) {
        String from = line.from();
        String to = line.to();
        return switch (line.kind()) {
            case RECEIPT -> new String[] { or(from, "SUPPLIER"), or(to, MAIN) };
            case ISSUE -> new String[] { or(from, MAIN), or(to, "CUSTOMER") };
            case TRANSFER -> new String[] { from, to };
            case SCRAP -> new String[] { or(from, MAIN), or(to, "SCRAP") };
            case RETURN_IN -> new String[] { or(from, "CUSTOMER"), or(to, MAIN) };
            case RETURN_OUT -> new String[] { or(from, MAIN), or(to, "SUPPLIER") };
            case OPENING -> new String[] { or(from, DIFFERENCE), or(to, MAIN) };
            case STATUS -> new String[] { or(from, to), or(to, from) };
            case CONSUME -> new String[] { or(from, MAIN), or(to, CONVERSION) };
            case PRODUCE -> new String[] { or(from, CONVERSION), or(to, MAIN) };
            case ADJUST -> adjust(line.amount() < 0, from, to);
        };
    }

    /** Less goes from the named place to the count difference, more the other way, whichever side it was named on. */
    private static String[] adjust(boolean less, String from, String to) {
        if (less && from.equals(DIFFERENCE)) {
            return new String[] { or(to, MAIN), from };
        }
        if (less) {
            boolean both = !from.isEmpty() && !to.isEmpty();
            String place = from.isEmpty() && !to.equals(DIFFERENCE) ? to : from;
            return new String[] { or(place, MAIN), both ? to : DIFFERENCE };
        }
        if (to.equals(DIFFERENCE)) {
            return new String[] { or(from, MAIN), to };
        }
        return from.isEmpty() || from.equals(DIFFERENCE) ? new String[] { DIFFERENCE, or(to, MAIN) }
            : new String[] { from, or(to, DIFFERENCE) };
    }

    private static boolean fits(WalkBook.Line line, WalkWorld.Place from, WalkWorld.Place to) {
        boolean production = LocationKind.PRODUCTION == from.kind || LocationKind.PRODUCTION == to.kind;
        return switch (line.kind()) {
            case RECEIPT -> (from.kind == LocationKind.SUPPLIER || from.kind == LocationKind.PRODUCTION) && to.kept();
            case ISSUE -> from.kept() && (to.kind == LocationKind.CUSTOMER
                || production && to.kind == LocationKind.PRODUCTION);
            case TRANSFER -> from.kept() && to.kept();
            case SCRAP -> from.kept() && to.kind == LocationKind.SCRAP;
            case RETURN_IN -> from.kind == LocationKind.CUSTOMER && to.kept();
            case RETURN_OUT -> from.kept() && to.kind == LocationKind.SUPPLIER;
            case OPENING -> from.kind == LocationKind.COUNT_DIFFERENCE && to.kept();
            case STATUS -> from.kept() && from == to;
            case CONSUME -> from.kept() && to.kind == LocationKind.CONVERSION;
            case PRODUCE -> from.kind == LocationKind.CONVERSION && to.kept();
            case ADJUST -> from.kind == LocationKind.COUNT_DIFFERENCE && to.kept()
                || from.kept() && to.kind == LocationKind.COUNT_DIFFERENCE;
        };
    }

}
