package org.stockwright.purchasing.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;

/**
 * Knows who waits for goods, and hears that they arrived. Register it as an OSGi service. One that fails is passed over and
 * logged: the receipt stands.
 */
@ConsumerType
public interface WaitingDemand {

    /**
     * An order that waits for goods.
     *
     * @param order its number
     * @param item what it waits for
     * @param quantity how much is missing, in the base unit
     * @param due for when it is wanted, if somebody said
     */
    record Waiting(String order, ItemId item, BigDecimal quantity, Optional<LocalDate> due) {
    }

    /**
     * Goods that have become available.
     *
     * @param item what
     * @param lot the lot or serial number, or empty
     * @param place where they lie
     * @param quantity how much
     * @param document the number of the receipt or inspection that made them available
     */
    record Arrival(ItemId item, String lot, LocationId place, Quantity quantity, String document) {
    }

    /** Who waits for an item in a warehouse, the first to be served first. Called on a background thread. */
    List<Waiting> waiting(ItemId item, LocationId warehouse);

    /** Goods became available; called after the commit, on the thread that received them. */
    void arrived(List<Arrival> arrivals);

}
