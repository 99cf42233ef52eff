package org.stockwright.purchasing;

/** Permissions of receiving, inspection, put-away and returns to suppliers. */
public final class ReceivingPermission {

    /** Receipts, inspections, put-aways and returns are shown. */
    public static final String VIEW = "receiving.view";

    /** Goods are announced and received. */
    public static final String RECEIVE = "receiving.receive";

    /** Goods that wait for inspection are accepted or rejected. */
    public static final String INSPECT = "receiving.inspect";

    /** Goods go from the receiving area to where they are stored. */
    public static final String PUT_AWAY = "receiving.put-away";

    /** Goods go back to the supplier. */
    public static final String RETURN = "receiving.return";

    /** Receipts, inspections, put-aways and returns are reversed. */
    public static final String REVERSE = "receiving.reverse";

    /** Tolerances, receiving areas, quality plans and put-away rules are changed. */
    public static final String RULES = "receiving.rules";

    private ReceivingPermission() {
        // only constants
    }

}
