package org.stockwright.valuation;

import java.util.Locale;

/** Which goods of an item share one cost. Chosen before the first value, since layers cannot be taken apart later. */
public enum CostScope {

    /** All of them. */
    COMPANY,
    /** Those of a site: the place without a parent that their place is part of. */
    SITE,
    /** Those of a lot or serial number. */
    LOT,
    /** Those of the lots or serial numbers in one group; what is in no group shares one cost, too. See {@link LotGroups}. */
    LOT_GROUP;

    /** The word of files and commands, for example {@code site}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
