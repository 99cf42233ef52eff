package org.stockwright.fulfilment.internal.shipping;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.Picking;

/** Pick lists. */
@Component(service = DocumentKind.class)
public final class PickListKind extends ShippingKind {

    /** It was made. */
    public static final String MADE = "MADE";
    /** It was checked and is on the floor. */
    public static final String RELEASED = "RELEASED";
    /** Something was picked. */
    public static final String IN_WORK = "IN_WORK";
    /** Nothing is left to be picked. */
    public static final String PICKED = "PICKED";
    /** It was taken back. */
    public static final String CANCELLED = "CANCELLED";

    /** Its states. */
    public PickListKind() {
        super(Picking.KIND, "Pick list", "PL", new State(MADE, "Made", true),
            new State(RELEASED, "Released", true), new State(IN_WORK, "In work", true),
            new State(PICKED, "Picked", false), new State(CANCELLED, "Cancelled", false));
    }

}
