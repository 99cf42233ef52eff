package org.stockwright.fulfilment.internal.shipping;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.Shipping;

/** Shipments. */
@Component(service = DocumentKind.class)
public final class ShipmentKind extends ShippingKind {

    /** It left. */
    public static final String SHIPPED = "SHIPPED";
    /** It is on its way to a place of ours. */
    public static final String IN_TRANSIT = "IN_TRANSIT";
    /** It arrived at a place of ours. */
    public static final String ARRIVED = "ARRIVED";
    /** It did not leave after all. */
    public static final String REVERSED = "REVERSED";

    /** Its states. */
    public ShipmentKind() {
        super(Shipping.KIND, "Shipment", "SH", new State(SHIPPED, "Shipped", false),
            new State(IN_TRANSIT, "In transit", true), new State(ARRIVED, "Arrived", false),
            new State(REVERSED, "Reversed", false));
    }

}
