package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.PlaceTree;
import org.stockwright.persistence.Transaction;

/** How much of materials is free in the ledger now: held by nobody, not locked, not expired. */
final class FreeMaterials {

    private final Transaction transaction;
    private final PlaceTree places;

    FreeMaterials(Transaction transaction, PlaceTree places) {
        this.transaction = transaction;
        this.places = places;
    }

    /**
     * How much of each item, in its base unit.
     *
     * @param roots the places with their parts that it may lie at; empty for everywhere
     * @param day what expires before it does not count
     */
    Map<ItemId, BigDecimal> free(Collection<ItemId> items, Set<LocationId> roots, LocalDate day) throws SQLException {
        Map<ItemId, BigDecimal> result = new TreeMap<>();
        if (!items.isEmpty()) {
            new FreeStock(transaction, places, Optional.empty()).free(items, day)
                .forEach((item, byPlace) -> byPlace.forEach((place, quantity) -> {
                    if (roots.isEmpty() || places.isWithin(place, roots)) {
                        result.merge(item, quantity, BigDecimal::add);
                    }
                }));
        }
        return result;
    }

}
