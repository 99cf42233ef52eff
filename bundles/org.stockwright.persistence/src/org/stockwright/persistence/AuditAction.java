package org.stockwright.persistence;

/**
 * What an event of the audit trail says that somebody did. A module may have words of its own, in capitals with
 * {@code _}, at most 32 characters.
 */
public final class AuditAction {

    /** A row came into being. */
    public static final String CREATED = "CREATED";

    /** A row has other values. */
    public static final String CHANGED = "CHANGED";

    /** A row is gone. */
    public static final String DELETED = "DELETED";

    /** A file was asked to be imported; the rows that it changes are events of their own. */
    public static final String IMPORTED = "IMPORTED";

    /** A report was asked for. */
    public static final String REPORT_RUN = "REPORT_RUN";

    /** A table was asked for to be written; said before its first row is. */
    public static final String EXPORTED = "EXPORTED";

    /** An import, an export or a report came to its end, with so many rows. */
    public static final String ENDED = "ENDED";

    /** A backup was asked for. */
    public static final String BACKED_UP = "BACKED_UP";

    /** Balances were computed anew from the movements. */
    public static final String REBUILT = "REBUILT";

    /** Somebody signed in. */
    public static final String SIGNED_IN = "SIGNED_IN";

    /** Somebody signed out. */
    public static final String SIGNED_OUT = "SIGNED_OUT";

    /** Somebody was not let in. */
    public static final String SIGN_IN_REFUSED = "SIGN_IN_REFUSED";

    private AuditAction() {
        // only constants
    }

}
