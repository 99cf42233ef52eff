package org.stockwright.ledger;

/** Permissions of stock and its ledger. */
public final class LedgerPermission {

    /** Stock, reservations and movements are shown. */
    public static final String VIEW = "ledger.view";

    /** Movements are posted: receipts, issues, transfers, scrap, returns. */
    public static final String POST = "ledger.post";

    /** What was posted is reversed. */
    public static final String REVERSE = "ledger.reverse";

    /** Stock is held for somebody, and given back. */
    public static final String RESERVE = "ledger.reserve";

    /** Locations are made, changed and locked. */
    public static final String PLACES = "ledger.places";

    /** It is decided where stock may become negative. */
    public static final String POLICIES = "ledger.policies";

    /** The book is proven to be sound. */
    public static final String VERIFY = "ledger.verify";

    /** Balances are computed again from the movements. */
    public static final String REBUILD = "ledger.rebuild";

    private LedgerPermission() {
        // only constants
    }

}
