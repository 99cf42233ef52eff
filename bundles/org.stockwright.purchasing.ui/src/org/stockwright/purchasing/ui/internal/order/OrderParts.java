package org.stockwright.purchasing.ui.internal.order;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.Reason;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with requisitions and purchase orders. */
@Component
public final class OrderParts implements DocumentParts {

    private static final Set<String> ORDER = Set.of(PurchaseOrders.KIND);
    private static final Set<String> ORDERS = Set.of(PurchaseOrders.KIND, PurchaseOrders.BLANKET);
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
            action(Messages.Action_approve, PurchasingPermission.APPROVE, ORDERS, Set.of(PurchaseOrders.OPEN),
                Messages.Done_approved, order -> orders.approve(order.id(), Optional.empty())),
            asking(Messages.Action_override, PurchasingPermission.OVERRIDE, ORDERS, Set.of(PurchaseOrders.OPEN),
                Messages.Done_approved, (order, reason) -> orders.approve(order.id(), Optional.of(reason))),
            action(Messages.Action_send, PurchasingPermission.ORDER, ORDERS, Set.of(PurchaseOrders.APPROVED),
                Messages.Done_sent, order -> orders.send(order.id(), "")), //$NON-NLS-1$
            action(Messages.Action_confirm, PurchasingPermission.ORDER, ORDER,
                Set.of(PurchaseOrders.APPROVED, PurchaseOrders.SENT), Messages.Done_confirmed,
                order -> orders.confirm(order.id(), "", List.of())), //$NON-NLS-1$
            asking(Messages.Action_closeShort, PurchasingPermission.ORDER, ORDERS, PurchaseOrders.RECEIVABLE,
                Messages.Done_closed, (order, reason) -> orders.closeShort(order.id(), reason)),
            asking(Messages.Action_cancel, PurchasingPermission.ORDER, ORDERS,
                Set.of(PurchaseOrders.OPEN, PurchaseOrders.APPROVED, PurchaseOrders.SENT, PurchaseOrders.CONFIRMED),
                Messages.Done_cancelled, (order, reason) -> orders.cancel(order.id(), reason)),
            action(Messages.Action_approve, PurchasingPermission.APPROVE, REQUISITION, Set.of(Requisitions.SUBMITTED),
                Messages.Done_approved, one -> requisitions.approve(one.id())),
            asking(Messages.Action_reject, PurchasingPermission.APPROVE, REQUISITION, Set.of(Requisitions.SUBMITTED),
                Messages.Done_rejected, (one, reason) -> requisitions.reject(one.id(), reason)),
            new DocumentAction(Messages.Action_order, PurchasingPermission.ORDER, REQUISITION,
                Set.of(Requisitions.APPROVED), this::order),
            asking(Messages.Action_cancel, PurchasingPermission.REQUEST, REQUISITION,
                Set.of(Requisitions.SUBMITTED, Requisitions.APPROVED), Messages.Done_cancelled,
                (one, reason) -> requisitions.cancel(one.id(), reason)));
    }

    private static DocumentAction action(String label, String permission, Set<String> kinds, Set<String> states,
        String sentence, Function<Document, Outcome<Document>> function) {
        return new DocumentAction(label, permission, kinds, states,
            (document, page, notices) -> start(label, document, notices, sentence, function));
    }

    /** What is done for a reason. */
    @FunctionalInterface
    private interface Explained {

        Outcome<Document> with(Document document, String reason);

    }

    private static DocumentAction asking(String label, String permission, Set<String> kinds, Set<String> states,
        String sentence, Explained function) {
        String title = label.replace("&", "").replace("...", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        return new DocumentAction(label, permission, kinds, states,
            (document, page, notices) -> Reason.ask(page.getWorkbenchWindow().getShell(), title,
                NLS.bind(Messages.Reason_question, document.number()))
                .ifPresent(reason -> start(label, document, notices, sentence, one -> function.with(one, reason))));
    }

    private static void start(String job, Document document, Notices notices, String sentence,
        Function<Document, Outcome<Document>> function) {
        Work.request(job.replace("&", ""), progress -> function.apply(document)).with(notices) //$NON-NLS-1$ //$NON-NLS-2$
            .done(done -> notices.done(NLS.bind(sentence, done.number()))).start();
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
