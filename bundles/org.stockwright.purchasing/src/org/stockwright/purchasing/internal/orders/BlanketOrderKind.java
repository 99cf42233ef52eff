package org.stockwright.purchasing.internal.orders;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;

/** What a blanket order is called and where it can stand. */
@Component(service = DocumentKind.class)
public final class BlanketOrderKind extends PlainKind {

    static final String SERIES = "BO";

    private static final KindView VIEW = new KindView(PurchaseOrders.BLANKET, "Blanket order", List.of(
        new State(PurchaseOrders.OPEN, "Open", true), new State(PurchaseOrders.APPROVED, "Approved", true),
        new State(PurchaseOrders.CLOSED, "Closed", false), new State(PurchaseOrders.CANCELLED, "Cancelled", false)));

    /** What a blanket order is. */
    public BlanketOrderKind() {
        super(VIEW, SERIES, PurchasingPermission.VIEW, true);
    }

}
