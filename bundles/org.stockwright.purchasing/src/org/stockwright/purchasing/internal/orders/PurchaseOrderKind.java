package org.stockwright.purchasing.internal.orders;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;

/** What a purchase order is called and where it can stand. */
@Component(service = DocumentKind.class)
public final class PurchaseOrderKind extends PlainKind {

    static final String SERIES = "PO";

    private static final KindView VIEW = new KindView(PurchaseOrders.KIND, "Purchase order", List.of(
        new State(PurchaseOrders.OPEN, "Open", true), new State(PurchaseOrders.APPROVED, "Approved", true),
        new State(PurchaseOrders.SENT, "Sent", true), new State(PurchaseOrders.CONFIRMED, "Confirmed", true),
        new State(PurchaseOrders.CLOSED, "Closed", false), new State(PurchaseOrders.CANCELLED, "Cancelled", false)));

    /** What a purchase order is. */
    public PurchaseOrderKind() {
        super(VIEW, SERIES, PurchasingPermission.VIEW, true);
    }

}
