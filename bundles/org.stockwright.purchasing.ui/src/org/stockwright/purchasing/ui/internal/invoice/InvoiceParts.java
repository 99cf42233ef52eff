package org.stockwright.purchasing.ui.internal.invoice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.ui.internal.Messages;

/** What can be done with suppliers' invoices: matched again, released, taken back. */
@Component
public final class InvoiceParts implements DocumentParts {

    private static final Set<String> INVOICE = Set.of(SupplierInvoices.KIND);
    private static final Set<String> BLOCKED = Set.of(SupplierInvoices.BLOCKED);

    private final SupplierInvoices invoices;

    /** Matches here. */
    @Activate
    public InvoiceParts(@Reference SupplierInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(SupplierInvoices.KIND, Messages.Invoices_plural));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            DocumentAction.plain(Messages.Action_rematch, PurchasingPermission.INVOICE, INVOICE, BLOCKED,
                Messages.Done_rematched, invoice -> invoices.rematch(invoice.id())),
            DocumentAction.explained(Messages.Action_release, PurchasingPermission.OVERRIDE, INVOICE, BLOCKED,
                Messages.Done_released, (invoice, reason) -> invoices.release(invoice.id(), reason)),
            DocumentAction.reversal(Messages.Action_reverse, PurchasingPermission.INVOICE, INVOICE,
                Set.of(SupplierInvoices.BLOCKED, SupplierInvoices.MATCHED, SupplierInvoices.RELEASED),
                Messages.Reverse_done, (invoice, effective, reason) -> invoices.reverse(invoice.id(),
                    "wb-" + UUID.randomUUID(), Optional.of(effective), reason))); //$NON-NLS-1$
    }

}
