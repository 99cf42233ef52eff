package org.stockwright.purchasing;

/** Permissions of goods in. */
public final class PurchasingPermission {

    /** Requisitions, purchase orders and what belongs to them are shown. */
    public static final String VIEW = "purchasing.view";

    /** Requisitions are submitted. */
    public static final String REQUEST = "purchasing.request";

    /** Purchase orders are placed, revised, sent, confirmed, closed and cancelled. */
    public static final String ORDER = "purchasing.order";

    /** Requisitions and purchase orders are approved, up to the approver's limit. */
    public static final String APPROVE = "purchasing.approve";

    /** What a check found wrong is let through all the same, with a reason. */
    public static final String OVERRIDE = "purchasing.override";

    /** Suppliers' invoices are entered and matched. */
    public static final String INVOICE = "purchasing.invoice";

    /** Approval limits and tolerances are set. */
    public static final String SETTINGS = "purchasing.settings";

    private PurchasingPermission() {
        // only constants
    }

}
