package org.stockwright.valuation.ui.internal.period;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.ui.StockwrightHandler;

/** Opens the view of checks and runs them. */
public final class TieOutHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        try {
            ((TieOutView) window.getActivePage().showView(TieOutView.ID)).tieOut();
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
