package org.stockwright.fulfilment.ui.internal.move;

import java.util.List;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.Transfers;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with goods on their way to another place of ours: receive them. */
@Component
@SuppressWarnings("nls")
public final class TransferParts implements DocumentParts {

    private static final String IN_TRANSIT = "IN_TRANSIT";

    private final Documents documents;

    /** Of the open book. */
    @Activate
    public TransferParts(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(Transfers.KIND, Messages.Arrivals_plural));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_receive, FulfilmentPermission.SHIP, Set.of(Shipping.KIND),
                Set.of(IN_TRANSIT), (shipment, page, notices) -> open(shipment, page)),
            new DocumentAction(Messages.Action_receive, FulfilmentPermission.SHIP, Set.of(OrderKind.TRANSFER.id()),
                Set.of(OrderState.OPEN.name(), OrderState.ALLOCATED.name(), OrderState.IN_PICKING.name(),
                    OrderState.SHIPPED.name()),
                this::receive));
    }

    private static void open(Document shipment, IWorkbenchPage page) {
        EntryPages.model(Transfers.KIND)
            .ifPresent(model -> EntryPages.open(page, model, TransferReceiptEntry.of(shipment)));
    }

    /** Opens an entry for each shipment of an order that is on its way. */
    private void receive(Document order, IWorkbenchPage page, Notices notices) {
        Work.load(Messages.Arrival_title, progress -> onTheirWay(order)).with(notices).quietly().done(found -> {
            if (found.isEmpty()) {
                notices.failed(NLS.bind(Messages.Arrival_nothing, order.number()));
            }
            found.forEach(shipment -> open(shipment, page));
        }).start();
    }

    private List<Document> onTheirWay(Document order) {
        return documents.chain(order.id()).stream().filter(link -> link.step() == Step.SHIPPED)
            .flatMap(link -> link.by().stream()).distinct().flatMap(id -> documents.get(id).stream())
            .filter(shipment -> shipment.state().equals(IN_TRANSIT)).toList();
    }

}
