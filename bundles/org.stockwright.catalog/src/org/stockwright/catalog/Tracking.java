package org.stockwright.catalog;

/** How exactly an item's stock is followed. */
public enum Tracking {
    /** By quantity alone. */
    NONE,
    /** By lot: every movement names one. */
    LOT,
    /** By serial number: every movement names one, of one piece. */
    SERIAL
}
