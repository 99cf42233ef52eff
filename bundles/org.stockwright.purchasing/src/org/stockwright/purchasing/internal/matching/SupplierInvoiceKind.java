package org.stockwright.purchasing.internal.matching;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.documents.KindView;
import org.stockwright.documents.KindView.State;
import org.stockwright.documents.spi.DocumentKind;
import org.stockwright.documents.spi.PlainKind;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.SupplierInvoices;

/** What a supplier's invoice is called and where it can stand. */
@Component(service = DocumentKind.class)
public final class SupplierInvoiceKind extends PlainKind {

    static final String SERIES = "SI";

    private static final KindView VIEW = new KindView(SupplierInvoices.KIND, "Supplier's invoice", List.of(
        new State(SupplierInvoices.BLOCKED, "Blocked", true), new State(SupplierInvoices.MATCHED, "Matched", false),
        new State(SupplierInvoices.RELEASED, "Released", false),
        new State(SupplierInvoices.REVERSED, "Reversed", false),
        new State(SupplierInvoices.REVERSAL, "Reversal", false)));

    /** What a supplier's invoice is. */
    public SupplierInvoiceKind() {
        super(VIEW, SERIES, PurchasingPermission.VIEW, true);
    }

}
