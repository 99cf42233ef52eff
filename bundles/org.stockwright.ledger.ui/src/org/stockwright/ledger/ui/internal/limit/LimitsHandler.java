package org.stockwright.ledger.ui.internal.limit;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ledger.BinLimits;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.master.MasterEditor;

/** Shows the limits of the selected place and its parts, or of all places. */
public final class LimitsHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        String place = selection(event).getFirstElement() instanceof Location location ? location.code() : ""; //$NON-NLS-1$
        with(BinLimits.class, window,
            limits -> MasterEditor.open(window.getActivePage(), LimitsPage.AREA, Messages.Limits_title)
                .show(Messages.Limits_title, place));
    }

}
