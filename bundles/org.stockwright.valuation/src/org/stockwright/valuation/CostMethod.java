package org.stockwright.valuation;

import java.util.Locale;

/** In which order cost flows out of stock. Independent of which goods are picked. */
public enum CostMethod {

    /** First in, first out: the oldest layer is consumed first. */
    FIFO,
    /** Last in, first out: the newest layer is consumed first. IAS 2 does not allow it. */
    LIFO,
    /** Moving average: after a receipt of q at p the unit cost is (Q*c + q*p) / (Q + q). */
    AVERAGE,
    /** At the standard cost in force; what a receipt costs more or less is a variance. */
    STANDARD,
    /**
     * Each lot or serial number at its own cost. Of items that are not tracked, the oldest layer is consumed first.
     */
    SPECIFIC;

    /** The word of files and commands, for example {@code fifo}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

}
