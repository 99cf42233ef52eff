package org.stockwright.fulfilment;

/** Permissions of goods out. */
public final class FulfilmentPermission {

    /** Orders, what is held for them, availability and promise dates are shown. */
    public static final String VIEW = "fulfilment.view";

    /** Orders are placed, revised, split, cancelled and closed. */
    public static final String ORDER = "fulfilment.order";

    /** Stock is held for orders and given back. */
    public static final String ALLOCATE = "fulfilment.allocate";

    /** Expired stock, or stock with too little shelf life left, is held for an order all the same. */
    public static final String EXPIRED = "fulfilment.expired";

    /** It is decided how stock is chosen. */
    public static final String POLICIES = "fulfilment.policies";

    /** Kits are defined. */
    public static final String KITS = "fulfilment.kits";

    /** Kits are assembled and taken apart. */
    public static final String ASSEMBLE = "fulfilment.assemble";

    private FulfilmentPermission() {
        // only constants
    }

}
