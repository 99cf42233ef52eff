package org.stockwright.fulfilment.internal.shipping;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.fulfilment.CustomerReturns;

/** What customers send back. */
@Component(service = DocumentKind.class)
public final class CustomerReturnKind extends ShippingKind {

    /** It is to come. */
    public static final String ANNOUNCED = "ANNOUNCED";
    /** Something lies in inspection. */
    public static final String INSPECTION = "INSPECTION";
    /** All came and all was decided about. */
    public static final String CLOSED = "CLOSED";
    /** It does not come. */
    public static final String CANCELLED = "CANCELLED";

    /** Its states. */
    public CustomerReturnKind() {
        super(CustomerReturns.KIND, "Customer return", "RT", new State(ANNOUNCED, "Announced", true),
            new State(INSPECTION, "In inspection", true), new State(CLOSED, "Closed", false),
            new State(CANCELLED, "Cancelled", false));
    }

}
