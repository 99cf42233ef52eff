package org.stockwright.valuation;

import java.util.Locale;

/** Which goods of an item share one cost. Chosen before the first value, since layers cannot be taken apart later. */
public enum CostScope {

    /** All of them. */
    COMPANY,
    /** Those of a site: the place without a parent that their place is part of. */
    SITE,
    /** Those of a lot or serial number. */
    LOT;

    /** The word of files and commands, for example {@code site}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

}
