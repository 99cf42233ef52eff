package org.stockwright.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;

/**
 * What a scan says: which item it is and, when it was a GS1 element string, what the label says of these goods.
 *
 * @param match the item, and the unit that the symbol is on
 * @param lot the batch or lot number; empty when the label has none
 * @param serial the serial number; empty when the label has none
 * @param expires the day of expiry, or the best before date when there is no other
 * @param quantity how much it is, in the item's base unit or in the pack that is counted; empty when the label does not
 *            say, or says it in a way that does not fit the item
 * @param doubts what the label says that does not fit the item, with what to do; empty when everything fits
 */
public record ItemScan(ItemMatch match, String lot, String serial, Optional<LocalDate> expires,
    Optional<Quantity> quantity, List<Refusal> doubts) {

    /** Takes a copy of the doubts. */
    public ItemScan {
        doubts = List.copyOf(doubts);
    }

    /** A scan of an item's code or barcode, which says no more. */
    public static ItemScan of(ItemMatch match) {
        return new ItemScan(match, "", "", Optional.empty(), Optional.empty(), List.of());
    }

    /** The number by which the item's stock is followed: of lot or serial the one that fits, or empty. */
    public String tracked() {
        return switch (match.tracking()) {
            case NONE -> "";
            case LOT -> lot;
            case SERIAL -> serial;
        };
    }

}
