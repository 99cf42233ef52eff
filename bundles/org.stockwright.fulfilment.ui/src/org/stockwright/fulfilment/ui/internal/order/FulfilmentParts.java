package org.stockwright.fulfilment.ui.internal.order;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Allocation;
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

    private final Orders orders;
    private final Allocation allocation;

    /** Orders here. */
    @Activate
    public FulfilmentParts(@Reference Orders orders, @Reference Allocation allocation) {
        this.orders = orders;
        this.allocation = allocation;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(look(OrderKind.CUSTOMER.id(), Messages.Orders_plural),
            look(OrderKind.INTERNAL.id(), Messages.InternalOrders_plural),
            look(OrderKind.TRANSFER.id(), Messages.TransferOrders_plural));
    }

    private static DocumentLook look(String kind, String plural) {
        return DocumentLook.of(kind, plural, Step.ALLOCATED, Step.PICKED, Step.PACKED, Step.SHIPPED);
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_allocate, FulfilmentPermission.ALLOCATE, ORDERS,
                Set.of(OPEN, IN_PICKING), (order, page, notices) -> hold(order, notices,
                    one -> allocation.allocate(one.id(), Allocation.Choice.BY_POLICY))),
            new DocumentAction(Messages.Action_release, FulfilmentPermission.ALLOCATE, ORDERS,
                Set.of(OPEN, ALLOCATED), (order, page, notices) -> hold(order, notices,
                    one -> allocation.release(one.id(), List.of()))),
            DocumentAction.explained(Messages.Action_cancel, FulfilmentPermission.ORDER, ORDERS,
                Set.of(OPEN, ALLOCATED, IN_PICKING), Messages.Done_cancelled,
                (order, why) -> orders.cancel(order.id(), List.of(), why)),
            DocumentAction.explained(Messages.Action_close, FulfilmentPermission.ORDER, ORDERS,
                Set.of(OPEN, ALLOCATED, IN_PICKING, OrderState.SHIPPED.name()), Messages.Done_closed,
                (order, why) -> orders.close(order.id(), why)));
    }

    private static void hold(Document order, Notices notices, Function<Document, Outcome<Allocation.Result>> function) {
        Work.request(Messages.Allocate_job, progress -> function.apply(order)).with(notices)
            .done(result -> notices.done(told(order, result))).start();
    }

    private static String told(Document order, Allocation.Result result) {
        StringBuilder text = new StringBuilder(
            NLS.bind(Messages.Allocate_done, order.number(), Integer.valueOf(result.held().size())));
        for (Allocation.Missing missing : result.missing()) {
            text.append('\n').append(NLS.bind(Messages.Allocate_missing, new Object[] {
                Integer.valueOf(missing.line()), Figures.text(missing.quantity().amount()),
                missing.quantity().unit().code(), missing.item(), missing.why() }));
        }
        return text.toString();
    }

}
