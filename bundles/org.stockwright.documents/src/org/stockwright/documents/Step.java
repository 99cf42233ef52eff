package org.stockwright.documents;

import java.util.Locale;

/** What becomes of a line on its way, in the order in which a chain shows it. */
public enum Step {
    /** A requisition's or a customer's line was ordered from a supplier. */
    ORDERED,
    /** The supplier confirmed it. */
    CONFIRMED,
    /** The supplier announced that it is on its way. */
    ADVISED,
    /** It arrived and was accepted or waits for inspection. */
    RECEIVED,
    /** It was found to be good: at once, or at inspection. */
    ACCEPTED,
    /** It was rejected at the dock or at inspection. */
    REJECTED,
    /** It lies where it is stored. */
    PUT_AWAY,
    /** It was invoiced. */
    INVOICED,
    /** Stock is held for it. */
    ALLOCATED,
    /** It was taken from its bin. */
    PICKED,
    /** It was missing in its bin. */
    SHORT,
    /** It was verified and packed. */
    PACKED,
    /** It left. */
    SHIPPED,
    /** It came back, or went back. */
    RETURNED,
    /** Nobody wants it any more. */
    CANCELLED;

    /** The word of files and commands, for example {@code put-away}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
