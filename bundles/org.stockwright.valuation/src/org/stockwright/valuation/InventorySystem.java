package org.stockwright.valuation;

import java.util.Locale;

/** How the books follow stock. Quantities and the values of the sub-ledger are kept the same way under both. */
public enum InventorySystem {

    /** Each issue is booked to cost of sales when it happens. */
    PERPETUAL,
    /** Purchases are booked; cost of sales is found at the end of a period, as opening and purchases less closing. */
    PERIODIC;

    /** The word of commands, for example {@code periodic}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

}
