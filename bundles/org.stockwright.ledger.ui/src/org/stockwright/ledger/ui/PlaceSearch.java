package org.stockwright.ledger.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;

/** Finds places for a field: those whose code begins with the text come first, then those that have it anywhere. */
public final class PlaceSearch {

    private static final int MOST = 12;

    private PlaceSearch() {
    }

    /** Those of all places whose code or name has the text in it, best first and not many. */
    public static List<Choice<Location>> find(List<Location> all, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(Location::active)
            .filter(place -> lower(place.code()).contains(wanted) || lower(place.name()).contains(wanted))
            .sorted(Comparator.comparing((Location place) -> !lower(place.code()).equals(wanted))
                .thenComparing(place -> !lower(place.code()).startsWith(wanted)).thenComparing(Location::code))
            .limit(MOST).map(place -> new Choice<>(place, place.code(), place.name())).toList();
    }

    /** Those of the open book's places, by their codes. Called in a job. */
    public static List<Choice<String>> codes(String text) {
        return Services.find(PlaceSearch.class, Locations.class).map(Locations::list).map(all -> find(all, text))
            .orElse(List.of()).stream().map(choice -> new Choice<>(choice.code(), choice.code(), choice.label()))
            .toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

}
