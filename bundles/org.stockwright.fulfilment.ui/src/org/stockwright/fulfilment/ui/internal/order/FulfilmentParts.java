package org.stockwright.fulfilment.ui.internal.order;

import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with orders of customers, departments and between our places: hold stock, give it back, cancel. */
@Component
public final class FulfilmentParts implements DocumentParts {

    /** The kinds of orders. */
    public static final Set<String> ORDERS = Set.of(OrderKind.CUSTOMER.id(), OrderKind.INTERNAL.id(),
        OrderKind.TRANSFER.id());
    private static final String OPEN = OrderState.OPEN.name();
    private static final String ALLOCATED = OrderState.ALLOCATED.name();
    private static final String IN_PICKING = OrderState.IN_PICKING.name();

    /** In these states an order can be changed. */
    private static final Set<String> CHANGEABLE = Set.of(OPEN, ALLOCATED, IN_PICKING);

    private final Orders orders;
    private final Allocation allocation;
    private final Availability availability;

    /** Orders here. */
    @Activate
    public FulfilmentParts(@Reference Orders orders, @Reference Allocation allocation,
        @Reference Availability availability) {
        this.orders = orders;
        this.allocation = allocation;
        this.availability = availability;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(look(OrderKind.CUSTOMER.id(), Messages.Orders_plural),
            look(OrderKind.INTERNAL.id(), Messages.InternalOrders_plural),
            DocumentLook.of(OrderKind.TRANSFER.id(), Messages.TransferOrders_plural, Step.ALLOCATED, Step.PICKED,
                Step.PACKED, Step.SHIPPED, Step.RECEIVED));
    }

    private static DocumentLook look(String kind, String plural) {
        return DocumentLook.of(kind, plural, Step.ALLOCATED, Step.PICKED, Step.PACKED, Step.SHIPPED);
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_allocate, FulfilmentPermission.ALLOCATE, ORDERS,
                Set.of(OPEN, IN_PICKING), (order, page, notices) -> Work
                    .request(Messages.Allocate_job,
                        progress -> allocation.allocate(order.id(), Allocation.Choice.BY_POLICY))
                    .with(notices).done(result -> notices.done(told(order, result))).start()),
            new DocumentAction(Messages.Action_allocateBy, FulfilmentPermission.ALLOCATE, ORDERS, CHANGEABLE,
                this::allocateBy),
            new DocumentAction(Messages.Action_held, FulfilmentPermission.VIEW, ORDERS, CHANGEABLE, this::held),
            new DocumentAction(Messages.Action_split, FulfilmentPermission.ORDER, ORDERS, CHANGEABLE, this::split),
            new DocumentAction(Messages.Action_cancel, FulfilmentPermission.ORDER, ORDERS, CHANGEABLE,
                (order, page, notices) -> new CancelDialog(page.getWorkbenchWindow().getShell(), order, orders,
                    notices).open()),
            DocumentAction.explained(Messages.Action_close, FulfilmentPermission.ORDER, ORDERS,
                Set.of(OPEN, ALLOCATED, IN_PICKING, OrderState.SHIPPED.name()), Messages.Done_closed,
                (order, why) -> orders.close(order.id(), why)));
    }

    private void allocateBy(Document order, IWorkbenchPage page, Notices notices) {
        Work.load(Messages.AllocateBy_preview, progress -> allocation.strategies()).with(notices).quietly()
            .done(strategies -> new AllocateDialog(page.getWorkbenchWindow().getShell(), order, allocation, strategies,
                result -> notices.done(told(order, result))).open())
            .start();
    }

    private void held(Document order, IWorkbenchPage page, Notices notices) {
        Work.load(Messages.Held_title, progress -> HeldDialog.Read.of(order, allocation, availability)).with(notices)
            .quietly().done(read -> new HeldDialog(page.getWorkbenchWindow().getShell(), order, allocation, read,
                notices).open())
            .start();
    }

    private void split(Document order, IWorkbenchPage page, Notices notices) {
        new SplitDialog(page.getWorkbenchWindow().getShell(), order, orders, fresh -> {
            notices.done(NLS.bind(Messages.Split_done, fresh.number(), order.number()));
            DocumentPages.open(page, fresh.id(), fresh.number());
        }).open();
    }

    private static String told(Document order, Allocation.Result result) {
        StringBuilder text = new StringBuilder(
            NLS.bind(Messages.Allocate_done, order.number(), Integer.valueOf(result.held().size())));
        for (Allocation.Missing missing : result.missing()) {
            text.append('\n').append(told(missing));
        }
        return text.toString();
    }

    /** What is missing of a line, and why. */
    static String told(Allocation.Missing missing) {
        return NLS.bind(Messages.Allocate_missing, new Object[] { Integer.valueOf(missing.line()),
            Figures.text(missing.quantity().amount()), missing.quantity().unit().code(), missing.item(),
            missing.why() });
    }

}
