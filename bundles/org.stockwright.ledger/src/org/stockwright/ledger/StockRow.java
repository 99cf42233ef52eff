package org.stockwright.ledger;

import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;

/**
 * Stock, grouped as the query asked; parts that were summed over are empty.
 *
 * @param itemId the item
 * @param item its code
 * @param itemName its name
 * @param category its category's path, or empty
 * @param locationId the location, if it was not summed over
 * @param location its code, or empty
 * @param lot the lot's or serial number's code, or empty
 * @param owner the owner's code, or empty
 * @param status the quality status, or empty
 * @param handlingUnit the handling unit's code, or empty
 * @param onHand what lies there, in the item's base unit
 * @param reserved what is held for somebody
 * @param available what may be used: on hand less reserved, in an available status, at a place of ours that is not
 *            locked
 */
public record StockRow(ItemId itemId, String item, String itemName, String category, Optional<LocationId> locationId,
    String location, String lot, String owner, String status, String handlingUnit, Quantity onHand, Quantity reserved,
    Quantity available) {
}
