package org.stockwright.fulfilment.spi;

import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;

/**
 * Held stock of an order's line that is to be taken from its bin.
 *
 * @param key the key of the reservation
 * @param order the order
 * @param number the order's number
 * @param line the order's line
 * @param item the item
 * @param itemCode its code
 * @param quantity how much, in the item's base unit
 * @param bin where it lies
 * @param binCode the bin's code
 * @param path the rank of the bin on the way through the warehouse; the lower, the sooner
 * @param zone the code of the zone that the bin is part of, or empty
 * @param lot the lot's or serial number's code, or empty
 * @param due when the order is wanted, if somebody said
 * @param priority of the order; the higher, the sooner
 * @param carrier the code of the order's carrier, or empty
 */
public record PickTask(String key, DocumentId order, String number, LineId line, ItemId item, String itemCode,
    Quantity quantity, LocationId bin, String binCode, int path, String zone, String lot, Optional<LocalDate> due,
    int priority, String carrier) {
}
