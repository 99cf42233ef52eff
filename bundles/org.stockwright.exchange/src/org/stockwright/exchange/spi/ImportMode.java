package org.stockwright.exchange.spi;

/** What an import does with the rows. */
public enum ImportMode {
    /** Checks everything and stores nothing. */
    DRY_RUN,
    /** Stores the file if no row has an error, else nothing. */
    ALL_OR_NOTHING,
    /** Stores the rows without errors. */
    KEEP_GOOD
}
