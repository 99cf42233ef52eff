package org.stockwright.valuation;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;

/**
 * An item in the calculation of a period.
 *
 * @param itemId the item
 * @param item its code
 * @param name its name
 * @param category the path of its category at the end, or empty
 * @param unit its base unit
 * @param method how its cost flows at the end
 * @param basis where the closing quantity comes from
 * @param quantities how much there was
 * @param amounts what it cost
 */
public record PeriodicRow(ItemId itemId, String item, String name, String category, Unit unit, CostMethod method,
    Basis basis, PeriodicQuantities quantities, PeriodicAmounts amounts) {

    /** Where a closing quantity comes from. */
    public enum Basis {

        /** All of it was counted. */
        COUNTED,
        /** Some lots or places were counted, the others are the ledger's. */
        PARTLY_COUNTED,
        /** Nobody counted: the ledger's. */
        LEDGER;

        /** The word of commands and files, for example {@code partly-counted}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

    }

}
