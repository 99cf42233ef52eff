package org.stockwright.ledger.ui.internal;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.base.LocationId;
import org.stockwright.catalog.Partners;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/**
 * "Why this number?": explains the row of stock that is selected. Always enabled: it reads the selection when it runs,
 * because the key may come before the workbench has heard of a new selection, and says what to do when there is none.
 */
public final class WhyHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        if (!(selection(event).getFirstElement() instanceof StockRow row)) {
            notices(window).failed(Messages.Why_nothing);
            return;
        }
        StockQuery bounds = window.getActivePage().getActivePart() instanceof StockView view ? view.query()
            : StockQuery.all(Grouping.BALANCE);
        try {
            WhyView why = (WhyView) window.getActivePage().showView(WhyView.ID);
            // an owner is found by his code in the catalog, which may have to be read
            Work.load(Messages.Why_load, progress -> narrowed(bounds, row)).on(window.getShell())
                .with(notices(window)).quietly().done(query -> why.explain(query, subject(row))).start();
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The query whose only figure is the row's on-hand. */
    private StockQuery narrowed(StockQuery bounds, StockRow row) {
        Optional<LocationId> place = row.locationId().or(bounds::location);
        return new StockQuery(Optional.of(row.itemId()), place, filled(row.lot()).or(bounds::lot),
            filled(row.owner()).flatMap(code -> service(Partners.class).flatMap(partners -> partners.byCode(code)))
                .map(partner -> partner.id()),
            filled(row.status()).or(bounds::status), bounds.asOf(), bounds.knownAt(), Grouping.ITEM);
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String subject(StockRow row) {
        StringBuilder text = new StringBuilder(row.item());
        for (String part : new String[] { row.location(), row.lot(), row.status() }) {
            if (!part.isEmpty()) {
                text.append(' ').append(part);
            }
        }
        return text.toString();
    }

}
