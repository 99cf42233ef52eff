package org.stockwright.fulfilment.ui.internal.back;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.documents.ui.entry.EntryPages;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.CustomerReturns.Decided;
import org.stockwright.fulfilment.CustomerReturns.Decision;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.LineAmounts;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** What can be done with what customers send back. */
@Component
@SuppressWarnings("nls")
public final class ReturnParts implements DocumentParts {

    private static final Set<String> RETURN = Set.of(CustomerReturns.KIND);

    private final CustomerReturns returns;
    private final Locations locations;

    /** Takes back here. */
    @Activate
    public ReturnParts(@Reference CustomerReturns returns, @Reference Locations locations) {
        this.returns = returns;
        this.locations = locations;
    }

    @Override
    public List<DocumentLook> looks() {
        return List.of(DocumentLook.of(CustomerReturns.KIND, Messages.Returns_plural, Step.RECEIVED));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
            new DocumentAction(Messages.Action_return, FulfilmentPermission.RETURN, Set.of(Shipping.KIND),
                Set.of("SHIPPED", "ARRIVED"), (shipment, page, notices) -> EntryPages.model(CustomerReturns.KIND)
                    .ifPresent(model -> EntryPages.open(page, model, ReturnEntry.of(shipment)))),
            new DocumentAction(Messages.Action_receiveReturn, FulfilmentPermission.RETURN, RETURN,
                Set.of("ANNOUNCED"), this::receive),
            new DocumentAction(Messages.Action_decide, FulfilmentPermission.RETURN, RETURN, Set.of("INSPECTION"),
                this::decide),
            DocumentAction.plain(Messages.Action_restock, FulfilmentPermission.RETURN, RETURN, Set.of("INSPECTION"),
                Messages.Done_decided, one -> decide(one, Decision.RESTOCK, "")),
            DocumentAction.explained(Messages.Action_scrap, FulfilmentPermission.RETURN, RETURN, Set.of("INSPECTION"),
                Messages.Done_decided, (one, why) -> decide(one, Decision.SCRAP, why)),
            DocumentAction.explained(Messages.Action_cancel, FulfilmentPermission.RETURN, RETURN, Set.of("ANNOUNCED"),
                Messages.Done_cancelled, (one, why) -> returns.cancel(one.id(), why)));
    }

    private static String key() {
        return "wb-" + UUID.randomUUID();
    }

    private void receive(Document customerReturn, IWorkbenchPage page, Notices notices) {
        InputDialog dialog = new InputDialog(page.getWorkbenchWindow().getShell(), Messages.Return_title,
            NLS.bind(Messages.Return_where, customerReturn.number()), customerReturn.placeCode(),
            text -> text.isBlank() ? Messages.Return_whereMissing : null);
        if (dialog.open() == Window.OK) {
            String code = dialog.getValue().strip();
            Work.request(Messages.Return_title, progress -> locations.byCode(code)
                .<Outcome<Document>>map(place -> returns.receive(key(), customerReturn.id(), place.id(), List.of(),
                    Instant.now()))
                .orElseGet(() -> Outcome.refused(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code)))).with(notices)
                .done(done -> notices.done(NLS.bind(Messages.Return_received, done.number()))).start();
        }
    }

    private void decide(Document customerReturn, IWorkbenchPage page, Notices notices) {
        Work.load(Messages.Decide_title, progress -> waiting(customerReturn)).with(notices).quietly()
            .done(waiting -> new DecideDialog(page.getWorkbenchWindow().getShell(), customerReturn, returns, locations,
                waiting, notices).open())
            .start();
    }

    /** The same for all that came and is not decided yet. */
    private Outcome<Document> decide(Document customerReturn, Decision decision, String why) {
        return returns.decide(key(), customerReturn.id(), waiting(customerReturn).stream()
            .map(row -> new Decided(row.line().line(), row.most(), decision, Optional.empty(), true, why)).toList(),
            Instant.now());
    }

    /** The lines of which something came that is not decided yet, with how much. */
    private List<LineAmounts.Row> waiting(Document customerReturn) {
        List<CustomerReturns.DecisionMade> made = returns.decisions(customerReturn.id());
        return customerReturn.lines().stream()
            .map(line -> new LineAmounts.Row(line, made.stream().filter(one -> one.line() == line.line())
                .map(CustomerReturns.DecisionMade::quantity)
                .reduce(line.done(Step.RECEIVED), BigDecimal::subtract)))
            .filter(row -> row.most().signum() > 0).toList();
    }

}
