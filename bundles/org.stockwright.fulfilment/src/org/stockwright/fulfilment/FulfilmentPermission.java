package org.stockwright.fulfilment;

/** Permissions of goods out. */
public final class FulfilmentPermission {

    /** Pick lists are made, released and confirmed. */
    public static final String PICK = "fulfilment.pick";

    /** Goods are verified by scanning and packed. */
    public static final String PACK = "fulfilment.pack";

    /** An order is closed at the packing table although something does not match. */
    public static final String OVERRIDE = "fulfilment.override";

    /** Goods are shipped and transfers received. */
    public static final String SHIP = "fulfilment.ship";

    /** What customers send back is announced, received and decided about. */
    public static final String RETURN = "fulfilment.return";

    /** Packing rules and settings are changed. */
    public static final String RULES = "fulfilment.rules";

    /** Orders above the limit are approved for picking. */
    public static final String APPROVE = "fulfilment.approve";

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

    /**
     * Channels are set up, their messages taken, processed and settled, and what they may sell is told to them. Whoever has
     * it places the orders and posts the sales that the messages say.
     */
    public static final String CHANNELS = "fulfilment.channels";

    private FulfilmentPermission() {
        // only constants
    }

}
