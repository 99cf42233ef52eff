package org.stockwright.ledger.internal.posting;

import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.internal.places.LocationTree;

/** Items and places that are locked at the moment. */
final class Locks {

    private Locks() {
    }

    /** The lock that keeps an item from moving between places, if there is one. */
    static Optional<Refusal> refusal(LocationTree tree, ItemFacts item, Location... places) {
        if (!item.lockReason().isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.ITEM_LOCKED, item.code(), item.lockReason()));
        }
        for (Location place : places) {
            Optional<Location> locked = tree.lockedAt(place);
            if (locked.isPresent()) {
                return Optional.of(Refusal.of(LedgerRefusal.LOCATION_LOCKED, locked.get().code(),
                    locked.get().lockReason()));
            }
        }
        return Optional.empty();
    }

}
