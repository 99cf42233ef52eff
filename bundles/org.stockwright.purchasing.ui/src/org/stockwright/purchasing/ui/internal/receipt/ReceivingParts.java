package org.stockwright.purchasing.ui.internal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.Reason;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.FollowAction;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with goods that arrive: receive what was ordered, inspect, put away, take a receipt back. */
@Component
public final class ReceivingParts implements DocumentParts {

    private final Receipts receipts;
    private final Inspections inspections;
    private final PutAway putAway;
    private final SupplierReturns returns;

    /** Receives here. */
    @Activate
    public ReceivingParts(@Reference Receipts receipts, @Reference Inspections inspections, @Reference PutAway putAway,
        @Reference SupplierReturns returns) {
        this.receipts = receipts;
        this.inspections = inspections;
        this.putAway = putAway;
        this.returns = returns;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(Receipts.KIND, Messages.Receipts_plural, Step.REJECTED, Step.PUT_AWAY),
            DocumentLook.of(Receipts.ADVICE, Messages.Advices_plural, Step.RECEIVED),
            DocumentLook.of(Inspections.KIND, Messages.Inspections_plural),
            DocumentLook.of(PutAway.KIND, Messages.PutAways_plural),
            DocumentLook.of(SupplierReturns.KIND, Messages.SupplierReturns_plural));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_receive, ReceivingPermission.RECEIVE,
                Set.of(PurchaseOrders.KIND), PurchaseOrders.RECEIVABLE, ReceivingParts::receive)
                .notAt(PurchaseOrders.DROP_SHIP),
            new DocumentAction(Messages.Action_receive, ReceivingPermission.RECEIVE, Set.of(Receipts.ADVICE),
                Set.of(), ReceivingParts::receive),
            FollowAction.of(Messages.Action_advise, ReceivingPermission.RECEIVE, Set.of(PurchaseOrders.KIND),
                PurchaseOrders.RECEIVABLE, Receipts.ADVICE),
            FollowAction.of(Messages.Action_inspect, ReceivingPermission.INSPECT, Set.of(Receipts.KIND), Set.of(),
                Inspections.KIND),
            FollowAction.of(Messages.Action_putAway, ReceivingPermission.PUT_AWAY, Set.of(Receipts.KIND), Set.of(),
                PutAway.KIND),
            FollowAction.of(Messages.Action_sendBack, ReceivingPermission.RETURN, Set.of(Receipts.KIND), Set.of(),
                SupplierReturns.KIND),
            FollowAction.of(Messages.Action_invoice, PurchasingPermission.INVOICE, Set.of(Receipts.KIND), Set.of(),
                SupplierInvoices.KIND),
            new DocumentAction(Messages.Action_credited, ReceivingPermission.RETURN, Set.of(SupplierReturns.KIND),
                Set.of(SupplierReturns.CREDIT_EXPECTED), this::credited),
            DocumentAction.reversal(Messages.Action_reverse, ReceivingPermission.REVERSE,
                Set.of(Receipts.KIND, PutAway.KIND, Inspections.KIND, SupplierReturns.KIND), Set.of(),
                Messages.Reverse_done, this::reversed));
    }

    private static void receive(Document order, IWorkbenchPage page, Notices notices) {
        EntryPages.model(Receipts.KIND)
            .ifPresent(model -> EntryPages.open(page, model, ReceiptEntry.against(order)));
    }

    private void credited(Document supplierReturn, IWorkbenchPage page, Notices notices) {
        Reason.ask(page.getWorkbenchWindow().getShell(), Messages.Credited_title,
            NLS.bind(Messages.Credited_question, supplierReturn.number())).ifPresent(
                note -> Work.request(Messages.Credited_title, progress -> returns.credited(supplierReturn.id(), note))
                    .with(notices).done(done -> notices.done(NLS.bind(Messages.Credited_done, done.number(), note)))
                    .start());
    }

    private Outcome<Document> reversed(Document document, Instant effective, String reason) {
        Receipts.Reversal reversal = new Receipts.Reversal("wb-" + UUID.randomUUID(), document.id(), effective, //$NON-NLS-1$
            reason);
        return switch (document.kind()) {
            case PutAway.KIND -> putAway.reverse(reversal);
            case Inspections.KIND -> inspections.reverse(reversal);
            case SupplierReturns.KIND -> returns.reverse(reversal);
            default -> receipts.reverse(reversal);
        };
    }

}
