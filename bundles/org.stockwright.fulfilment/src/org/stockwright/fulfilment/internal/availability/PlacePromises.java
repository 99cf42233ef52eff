package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.spi.PlaceTree;

/** Promises goods one after the other, at places or from any: what one takes, the next does not get. For one thread. */
final class PlacePromises {

    private final LocalDate today;
    private final Map<ItemId, PlaceTimelines> items = new HashMap<>();

    private PlacePromises(LocalDate today) {
        this.today = today;
    }

    /**
     * From the figures of all items that will be asked for, behind all that open orders want.
     *
     * @param asked the places that will be asked for, besides those that open orders name
     */
    static PlacePromises of(LocalDate today, Map<ItemId, ItemFigures> figures, PlaceTree places,
        Collection<LocationId> asked) {
        return of(today, figures, places, asked, true);
    }

    /** From the stock that nobody holds and from what comes, before anything that open orders want. */
    static PlacePromises ofSupply(LocalDate today, Map<ItemId, ItemFigures> figures, PlaceTree places) {
        return of(today, figures, places, List.of(), false);
    }

    private static PlacePromises of(LocalDate today, Map<ItemId, ItemFigures> figures, PlaceTree places,
        Collection<LocationId> asked, boolean wanting) {
        PlacePromises result = new PlacePromises(today);
        figures.forEach(
            (item, one) -> result.items.put(item, new PlaceTimelines(today, one, places, asked, wanting)));
        return result;
    }

    LocalDate today() {
        return today;
    }

    /** What can be promised of these items at a place, or from any, as it is now; those without figures are missing. */
    Promises at(Optional<LocationId> place, Collection<ItemId> some) {
        Map<ItemId, Timeline> timelines = new HashMap<>();
        for (ItemId item : some) {
            if (items.get(item) instanceof PlaceTimelines known) {
                timelines.put(item, known.of(place));
            }
        }
        return Promises.of(today, timelines);
    }

    /** What can be promised of one item at a place, or from any. */
    Timeline of(ItemId item, Optional<LocationId> place) {
        return Objects.requireNonNull(items.get(item), () -> "no figures of item " + item).of(place);
    }

    /** So much of each item is promised for a day. */
    void take(Map<ItemId, BigDecimal> wanted, Optional<LocationId> place, LocalDate day) {
        wanted.forEach((item, quantity) -> {
            if (items.get(item) instanceof PlaceTimelines known) {
                known.take(place, quantity, day);
            }
        });
    }

}
