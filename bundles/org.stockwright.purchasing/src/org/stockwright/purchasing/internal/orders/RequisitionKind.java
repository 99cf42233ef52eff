package org.stockwright.purchasing.internal.orders;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.Requisitions;

/** What a requisition is called and where it can stand. */
@Component(service = DocumentKind.class)
public final class RequisitionKind extends PlainKind {

    static final String SERIES = "PR";

    private static final KindView VIEW = new KindView(Requisitions.KIND, "Requisition", List.of(
        new State(Requisitions.SUBMITTED, "Submitted", true), new State(Requisitions.APPROVED, "Approved", true),
        new State(Requisitions.FULFILLED, "Fulfilled", false), new State(Requisitions.REJECTED, "Rejected", false),
        new State(Requisitions.CANCELLED, "Cancelled", false)));

    /** What a requisition is. */
    public RequisitionKind() {
        super(VIEW, SERIES, PurchasingPermission.VIEW, true);
    }

}
