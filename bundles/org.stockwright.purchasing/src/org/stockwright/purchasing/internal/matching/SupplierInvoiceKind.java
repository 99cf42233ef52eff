package org.stockwright.purchasing.internal.matching;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.SupplierInvoices;

/** What a supplier's invoice is called and where it can stand. */
@Component
public final class SupplierInvoiceKind implements DocumentKind {

    static final String SERIES = "SI";

    private static final KindView VIEW = new KindView(SupplierInvoices.KIND, "Supplier's invoice", List.of(
        new State(SupplierInvoices.BLOCKED, "Blocked", true), new State(SupplierInvoices.MATCHED, "Matched", false),
        new State(SupplierInvoices.RELEASED, "Released", false),
        new State(SupplierInvoices.REVERSED, "Reversed", false),
        new State(SupplierInvoices.REVERSAL, "Reversal", false)));

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
