package org.stockwright.fulfilment.ui.internal.pick;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.order.FulfilmentParts;
import org.stockwright.fulfilment.ui.internal.pack.PackStation;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done on the way out: pick, pack, ship. */
@Component
@SuppressWarnings("nls")
public final class ShippingParts implements DocumentParts {

    private static final Set<String> PICKABLE = Set.of(OrderState.OPEN.name(), OrderState.ALLOCATED.name(),
        OrderState.IN_PICKING.name());

    private final Picking picking;
    private final Shipping shipping;

    /** Picks and ships here. */
    @Activate
    public ShippingParts(@Reference Picking picking, @Reference Shipping shipping) {
        this.picking = picking;
        this.shipping = shipping;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(Picking.KIND, Messages.PickLists_plural, Step.PICKED, Step.SHORT),
            DocumentLook.of(Shipping.KIND, Messages.Shipments_plural, Step.RETURNED));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_pickList, FulfilmentPermission.PICK, FulfilmentParts.ORDERS, PICKABLE,
                this::make),
            new DocumentAction(Messages.Action_pack, FulfilmentPermission.PACK, FulfilmentParts.ORDERS,
                Set.of(OrderState.IN_PICKING.name()), ShippingParts::pack),
            DocumentAction.plain(Messages.Action_ship, FulfilmentPermission.SHIP, FulfilmentParts.ORDERS,
                Set.of(OrderState.IN_PICKING.name()), Messages.Ship_done, order -> shipping
                    .ship(Shipping.Request.of(key(), order.id(), Shipping.Ready.PICKED, Instant.now()))),
            DocumentAction.plain(Messages.Action_releaseList, FulfilmentPermission.PICK, Set.of(Picking.KIND),
                Set.of("MADE"), Messages.Done_released, list -> picking.release(list.id())),
            new DocumentAction(Messages.Action_pick, FulfilmentPermission.PICK, Set.of(Picking.KIND),
                Set.of("RELEASED", "IN_WORK"), (list, page, notices) -> EntryPages.model(Picking.KIND)
                    .ifPresent(model -> EntryPages.open(page, model, PickEntry.of(list)))),
            DocumentAction.explained(Messages.Action_cancel, FulfilmentPermission.PICK, Set.of(Picking.KIND),
                Set.of("MADE", "RELEASED"), Messages.Done_cancelled,
                (list, why) -> picking.cancel(list.id(), why)),
            DocumentAction.reversal(Messages.Action_reverse, FulfilmentPermission.SHIP, Set.of(Shipping.KIND),
                Set.of("SHIPPED", "IN_TRANSIT"), Messages.Done_reversed,
                (shipment, effective, why) -> shipping.reverse(key(), shipment.id(), effective, why))
                .notAt(PurchaseOrders.DROP_SHIP));
    }

    private static String key() {
        return "wb-" + UUID.randomUUID();
    }

    private void make(Document order, IWorkbenchPage page, Notices notices) {
        Picking.Wanted wanted = new Picking.Wanted(key(), "single", List.of(order.id()), Optional.empty(),
            PickStrategy.Limits.NONE);
        Work.request(Messages.Pick_making, progress -> picking.make(wanted)).with(notices).done(lists -> {
            notices.done(NLS.bind(Messages.Pick_made,
                lists.stream().map(Document::number).collect(Collectors.joining(", "))));
            lists.forEach(list -> DocumentPages.open(page, list.id(), list.number()));
        }).start();
    }

    private static void pack(Document order, IWorkbenchPage page, Notices notices) {
        try {
            if (page.showView(PackStation.ID) instanceof PackStation station) {
                station.begin(order.number());
            }
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
