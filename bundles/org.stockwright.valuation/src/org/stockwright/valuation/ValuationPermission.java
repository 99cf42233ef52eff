package org.stockwright.valuation;

/** Permissions of values. Whoever sees them needs the permission to see costs besides. */
public final class ValuationPermission {

    /** Values, layers, journal and periods are shown. */
    public static final String VIEW = "valuation.view";

    /** Late costs are entered, write-downs are proposed. */
    public static final String COSTS = "valuation.costs";

    /** Write-downs that somebody else proposed are approved or rejected. */
    public static final String APPROVE = "valuation.approve";

    /** Cost methods, standard costs, accounts, posting rules, exchange rates, terms of transit and groups of lots are changed. */
    public static final String POLICIES = "valuation.policies";

    /** Periods are closed. */
    public static final String CLOSE = "valuation.close";

    /** Closed periods are reopened. */
    public static final String REOPEN = "valuation.reopen";

    /** Postings may be dated in a soft-closed period. */
    public static final String POST_IN_SOFT_CLOSED = "valuation.soft";

    /** The journal is exported. */
    public static final String EXPORT = "valuation.export";

    private ValuationPermission() {
        // only constants
    }

}
