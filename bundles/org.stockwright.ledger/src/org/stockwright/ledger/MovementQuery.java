package org.stockwright.ledger;

import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;

/**
 * Which movements are asked for. Every part that is left empty does not narrow.
 *
 * @param item only this item's
 * @param location only from or to this location and its parts
 * @param lot only this lot's or serial number's
 * @param from effective at this instant or later
 * @param to effective at this instant or earlier
 * @param knownAt recorded at this instant or earlier
 * @param text only with this text in item code, reference, key, number or reason (case does not matter); empty for all
 * @param kind only of this kind
 * @param newestFirst whether the newest come first
 */
public record MovementQuery(Optional<ItemId> item, Optional<LocationId> location, Optional<String> lot,
    Optional<Instant> from, Optional<Instant> to, Optional<Instant> knownAt, String text, Optional<MovementKind> kind,
    boolean newestFirst) {

    /** All movements, oldest first. */
    public static MovementQuery all() {
        return new MovementQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), "", Optional.empty(), false);
    }

    /** All movements of an item, oldest first. */
    public static MovementQuery of(ItemId item) {
        return new MovementQuery(Optional.of(item), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), "", Optional.empty(), false);
    }

}
