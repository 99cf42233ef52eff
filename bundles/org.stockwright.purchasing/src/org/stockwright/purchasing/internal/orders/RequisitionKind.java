package org.stockwright.purchasing.internal.orders;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.Requisitions;

/** What a requisition is called and where it can stand. */
@Component
public final class RequisitionKind implements DocumentKind {

    static final String SERIES = "PR";

    private static final KindView VIEW = new KindView(Requisitions.KIND, "Requisition", List.of(
        new State(Requisitions.SUBMITTED, "Submitted", true), new State(Requisitions.APPROVED, "Approved", true),
        new State(Requisitions.FULFILLED, "Fulfilled", false), new State(Requisitions.REJECTED, "Rejected", false),
        new State(Requisitions.CANCELLED, "Cancelled", false)));

    @Override
    public KindView view() {
        return VIEW;
    }

    @Override
    public String series() {
        return SERIES;
    }

    @Override
    public String viewPermission() {
        return PurchasingPermission.VIEW;
    }

    @Override
    public boolean isPricedAtCost() {
        return true;
    }

}
