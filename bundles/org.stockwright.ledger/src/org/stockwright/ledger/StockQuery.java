package org.stockwright.ledger;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;

/**
 * Which stock is asked for. Every part that is left empty does not narrow.
 *
 * @param item only this item
 * @param location only this location and its parts; without it, all places that keep stock
 * @param lot only this lot or serial number
 * @param owner only this owner's stock
 * @param status only this quality status
 * @param asOf as it was in the warehouse at this instant, inclusive; empty for now
 * @param knownAt as it was known at this instant, inclusive; empty for now
 * @param grouping what a row stands for
 */
public record StockQuery(Optional<ItemId> item, Optional<LocationId> location, Optional<String> lot,
    Optional<PartnerId> owner, Optional<String> status, Optional<Instant> asOf, Optional<Instant> knownAt,
    Grouping grouping) {

    /** What a row stands for. */
    public enum Grouping {
        /** One row per item. */
        ITEM,
        /** One row per item and location. */
        LOCATION,
        /** One row per item, location and lot. */
        LOT,
        /** One row per balance: item, location, lot, owner, status, handling unit. */
        BALANCE
    }

    /** All stock, now. */
    public static StockQuery all(Grouping grouping) {
        return new StockQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), grouping);
    }

    /** One item's stock, now. */
    public static StockQuery of(ItemId item, Grouping grouping) {
        return new StockQuery(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), grouping);
    }

    /** The same stock at another place. */
    public StockQuery at(LocationId place) {
        return new StockQuery(item, Optional.of(place), lot, owner, status, asOf, knownAt, grouping);
    }

    /** The same stock at other instants. */
    public StockQuery at(Optional<Instant> effective, Optional<Instant> known) {
        return new StockQuery(item, location, lot, owner, status, effective, known, grouping);
    }

}
