package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;

/**
 * A box, a pallet or the like with goods that a document moves.
 *
 * @param code its SSCC of 18 digits, or a number of our own
 * @param holder the code of the unit that it stands in or on; empty for one that is loaded itself
 * @param packing what it is, for example {@code Carton 40}; or empty
 * @param weight kilograms of all of it; empty when it is not known
 * @param volume litres of all of it; empty when it is not known
 * @param contents what is in it itself, without what is in the units that it holds and without packing material
 */
public record LogisticUnit(String code, String holder, String packing, Optional<BigDecimal> weight,
    Optional<BigDecimal> volume, List<Content> contents) {

    /** Takes a copy. */
    public LogisticUnit {
        contents = List.copyOf(contents);
    }

    /**
     * Some of an item.
     *
     * @param itemId the item
     * @param item its code
     * @param name its name
     * @param lot the lot's or serial number's code, or empty
     * @param quantity how much, in the item's base unit
     */
    public record Content(ItemId itemId, String item, String name, String lot, Quantity quantity) {
    }

}
