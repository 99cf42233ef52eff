package org.stockwright.purchasing.ui.internal.order;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.RefusalCode;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.purchasing.ui.internal.follow.FollowAction;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with requisitions and purchase orders. */
@Component
public final class OrderParts implements DocumentParts {

    private static final Set<String> ORDER = Set.of(PurchaseOrders.KIND);
    private static final Set<String> ORDERS = Set.of(PurchaseOrders.KIND, PurchaseOrders.BLANKET);
    private static final Set<String> INVOICEABLE = Stream
        .concat(PurchaseOrders.RECEIVABLE.stream(), Stream.of(PurchaseOrders.CLOSED))
        .collect(Collectors.toUnmodifiableSet());
    private static final Set<RefusalCode> OVERRIDABLE = Set.of(PurchasingRefusal.DUPLICATE_ORDER,
        PurchasingRefusal.NOT_AS_IN_SOURCE);
    private static final Set<String> REQUISITION = Set.of(Requisitions.KIND);

    private final PurchaseOrders orders;
    private final Requisitions requisitions;

    /** Orders here. */
    @Activate
    public OrderParts(@Reference PurchaseOrders orders, @Reference Requisitions requisitions) {
        this.orders = orders;
        this.requisitions = requisitions;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(
            DocumentLook.of(PurchaseOrders.KIND, Messages.Orders_plural, Step.CONFIRMED, Step.ADVISED, Step.RECEIVED,
                Step.INVOICED),
            DocumentLook.of(PurchaseOrders.BLANKET, Messages.Blankets_plural, Step.ORDERED),
            DocumentLook.of(Requisitions.KIND, Messages.Requisitions_plural, Step.ORDERED));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_approve, PurchasingPermission.APPROVE, ORDERS,
                Set.of(PurchaseOrders.OPEN), this::approve),
            DocumentAction.plain(Messages.Action_send, PurchasingPermission.ORDER, ORDERS,
                Set.of(PurchaseOrders.APPROVED),
                Messages.Done_sent, order -> orders.send(order.id(), "")), //$NON-NLS-1$
            FollowAction.of(Messages.Action_confirm, PurchasingPermission.ORDER, ORDER, PurchaseOrders.RECEIVABLE,
                ConfirmationEntry.ID),
            FollowAction.of(Messages.Action_callOff, PurchasingPermission.ORDER, Set.of(PurchaseOrders.BLANKET),
                Set.of(PurchaseOrders.APPROVED), CallOffEntry.ID),
            FollowAction.of(Messages.Action_revise, PurchasingPermission.ORDER, ORDERS,
                Set.of(PurchaseOrders.OPEN, PurchaseOrders.APPROVED, PurchaseOrders.SENT, PurchaseOrders.CONFIRMED),
                RevisionEntry.ID),
            DocumentAction.explained(Messages.Action_closeShort, PurchasingPermission.ORDER, ORDERS,
                PurchaseOrders.RECEIVABLE,
                Messages.Done_closed, (order, reason) -> orders.closeShort(order.id(), reason)),
            DocumentAction.explained(Messages.Action_cancel, PurchasingPermission.ORDER, ORDERS,
                Set.of(PurchaseOrders.OPEN, PurchaseOrders.APPROVED, PurchaseOrders.SENT, PurchaseOrders.CONFIRMED),
                Messages.Done_cancelled, (order, reason) -> orders.cancel(order.id(), reason)),
            FollowAction.of(Messages.Action_invoice, PurchasingPermission.INVOICE, ORDER, INVOICEABLE,
                SupplierInvoices.KIND),
            DocumentAction.plain(Messages.Action_approve, PurchasingPermission.APPROVE, REQUISITION,
                Set.of(Requisitions.SUBMITTED),
                Messages.Done_approved, one -> requisitions.approve(one.id())),
            DocumentAction.explained(Messages.Action_reject, PurchasingPermission.APPROVE, REQUISITION,
                Set.of(Requisitions.SUBMITTED),
                Messages.Done_rejected, (one, reason) -> requisitions.reject(one.id(), reason)),
            new DocumentAction(Messages.Action_order, PurchasingPermission.ORDER, REQUISITION,
                Set.of(Requisitions.APPROVED), this::order),
            DocumentAction.explained(Messages.Action_cancel, PurchasingPermission.REQUEST, REQUISITION,
                Set.of(Requisitions.SUBMITTED, Requisitions.APPROVED), Messages.Done_cancelled,
                (one, reason) -> requisitions.cancel(one.id(), reason)));
    }

    /** Findings that can be overridden are shown before anything is released. */
    private void approve(Document order, IWorkbenchPage page, Notices notices) {
        Work.request(Messages.Order_title, progress -> orders.approve(order.id(), Optional.empty())).with(notices)
            .done(approved -> notices.done(NLS.bind(Messages.Done_approved, approved.number())))
            .refused(refusals -> {
                if (refusals.stream().allMatch(refusal -> OVERRIDABLE.contains(refusal.code()))
                    && Allowed.may(PurchasingPermission.OVERRIDE)) {
                    new ApproveDialog(page.getWorkbenchWindow().getShell(), orders, order, refusals, notices).open();
                } else {
                    notices.refused(refusals);
                }
            }).start();
    }

    private void order(Document requisition, IWorkbenchPage page, Notices notices) {
        String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
        Work.request(Messages.Order_title,
            progress -> requisitions.order(key, requisition.id(), Optional.empty(), List.of(), false)).with(notices)
            .done(made -> {
                notices.done(NLS.bind(Messages.Done_ordered, requisition.number(),
                    made.stream().map(Document::number).collect(Collectors.joining(", ")))); //$NON-NLS-1$
                made.forEach(one -> DocumentPages.open(page, one.id(), one.number()));
            }).start();
    }

}
