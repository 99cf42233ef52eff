package org.stockwright.purchasing.ui.internal.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Locations;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with goods that arrive: receive what was ordered, inspect, put away, take a receipt back. */
@Component
public final class ReceivingParts implements DocumentParts {

    private final Receipts receipts;
    private final Inspections inspections;
    private final PutAway putAway;
    private final Locations locations;

    /** Receives here. */
    @Activate
    public ReceivingParts(@Reference Receipts receipts, @Reference Inspections inspections, @Reference PutAway putAway,
        @Reference Locations locations) {
        this.receipts = receipts;
        this.inspections = inspections;
        this.putAway = putAway;
        this.locations = locations;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(Receipts.KIND, Messages.Receipts_plural, Step.REJECTED, Step.PUT_AWAY),
            DocumentLook.of(Receipts.ADVICE, Messages.Advices_plural, Step.RECEIVED),
            DocumentLook.of(Inspections.KIND, Messages.Inspections_plural),
            DocumentLook.of(PutAway.KIND, Messages.PutAways_plural));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_receive, ReceivingPermission.RECEIVE,
                Set.of(PurchaseOrders.KIND), PurchaseOrders.RECEIVABLE, ReceivingParts::receive),
            new DocumentAction(Messages.Action_receive, ReceivingPermission.RECEIVE, Set.of(Receipts.ADVICE),
                Set.of(), ReceivingParts::receive),
            new DocumentAction(Messages.Action_inspect, ReceivingPermission.INSPECT, Set.of(Receipts.KIND), Set.of(),
                this::inspect),
            new DocumentAction(Messages.Action_putAway, ReceivingPermission.PUT_AWAY, Set.of(Receipts.KIND), Set.of(),
                this::putAway),
            DocumentAction.reversal(Messages.Action_reverse, ReceivingPermission.REVERSE,
                Set.of(Receipts.KIND, PutAway.KIND, Inspections.KIND), Set.of(), Messages.Reverse_done,
                this::reversed));
    }

    private static void receive(Document order, IWorkbenchPage page, Notices notices) {
        EntryPages.model(Receipts.KIND)
            .ifPresent(model -> EntryPages.open(page, model, ReceiptEntry.against(order)));
    }

    private void inspect(Document receipt, IWorkbenchPage page, Notices notices) {
        EntryPages.model(Inspections.KIND)
            .ifPresent(model -> Work.load(Messages.Inspection_title, progress -> model
                .filled(EntryState.fresh().withHead(EntryRow.of("receipt", receipt.number())), "receipt")) //$NON-NLS-1$ //$NON-NLS-2$
                .with(notices).quietly().done(filled -> {
                    if (!filled.isDone()) {
                        notices.refused(filled.refusals());
                    } else if (filled.value().lines().isEmpty()) {
                        notices.failed(NLS.bind(Messages.Inspection_nothing, receipt.number()));
                    } else {
                        EntryPages.open(page, model, filled.value());
                    }
                }).start());
    }

    private void putAway(Document receipt, IWorkbenchPage page, Notices notices) {
        Work.request(Messages.PutAway_title, progress -> propose(receipt)).with(notices).done(proposal -> {
            if (proposal.ways().isEmpty() && proposal.left().isEmpty()) {
                notices.failed(NLS.bind(Messages.PutAway_nothingLies, receipt.number()));
            } else {
                new PutAwayDialog(page.getWorkbenchWindow().getShell(), putAway, receipt.number(), proposal, notices)
                    .open();
            }
        }).start();
    }

    private Outcome<PutAway.Proposal> propose(Document receipt) {
        List<PutAway.Goods> goods = putAway.waiting(receipt.id());
        if (goods.isEmpty()) {
            return Outcome.done(new PutAway.Proposal(List.of(), List.of()));
        }
        Optional<LocationId> warehouse = receipt.place().or(() -> locations.byCode(Locations.Standard.MAIN.code())
            .map(place -> place.id()));
        return putAway.propose(warehouse.orElseThrow(), goods);
    }

    private Outcome<Document> reversed(Document document, Instant effective, String reason) {
        Receipts.Reversal reversal = new Receipts.Reversal("wb-" + UUID.randomUUID(), document.id(), effective, //$NON-NLS-1$
            reason);
        return switch (document.kind()) {
            case PutAway.KIND -> putAway.reverse(reversal);
            case Inspections.KIND -> inspections.reverse(reversal);
            default -> receipts.reverse(reversal);
        };
    }

}
