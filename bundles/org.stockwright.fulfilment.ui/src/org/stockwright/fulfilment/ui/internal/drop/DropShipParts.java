package org.stockwright.fulfilment.ui.internal.drop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.DropShipping;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with goods that suppliers send straight to customers. */
@Component
public final class DropShipParts implements DocumentParts {

    private final DropShipping dropShipping;

    /** Ships so here. */
    @Activate
    public DropShipParts(@Reference DropShipping dropShipping) {
        this.dropShipping = dropShipping;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of();
    }

    @Override
    @SuppressWarnings("nls")
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Drop_action, FulfilmentPermission.ORDER, Set.of(OrderKind.CUSTOMER.id()),
                Set.of(OrderState.OPEN.name(), OrderState.IN_PICKING.name()),
                (order, page, notices) -> begin(DropShipEntry.ID, order, page, notices)),
            new DocumentAction(Messages.Drop_dispatch, FulfilmentPermission.SHIP, Set.of(PurchaseOrders.KIND),
                PurchaseOrders.RECEIVABLE, (order, page, notices) -> begin(DispatchEntry.ID, order, page, notices))
                .at(PurchaseOrders.DROP_SHIP),
            new DocumentAction(Messages.Drop_back, FulfilmentPermission.RETURN, Set.of(Shipping.KIND),
                Set.of("SHIPPED"), (shipment, page, notices) -> begin(DirectReturnEntry.ID, shipment, page, notices))
                .at(PurchaseOrders.DROP_SHIP),
            DocumentAction.reversal(Messages.Action_reverse, FulfilmentPermission.SHIP, Set.of(Shipping.KIND),
                Set.of("SHIPPED"), Messages.Done_reversed, this::reverse).at(PurchaseOrders.DROP_SHIP));
    }

    private Outcome<Document> reverse(Document shipment, Instant effective, String why) {
        return dropShipping.reverse("wb-" + UUID.randomUUID(), shipment.id(), effective, why); //$NON-NLS-1$
    }

    /** Opens an entry that begins with what is open of a document. */
    static void begin(String id, Document document, IWorkbenchPage page, Notices notices) {
        EntryPages.model(id).ifPresent(model -> Work
            .request(model.title(), progress -> begun(model, document.number())).with(notices).quietly()
            .done(state -> EntryPages.open(page, model, state)).start());
    }

    private static Outcome<EntryState> begun(EntryModel model, String number) {
        String field = model.head().getFirst().id();
        return model.filled(EntryState.fresh().with(field, number), field);
    }

}
