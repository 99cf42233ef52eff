package org.stockwright.valuation.ui.internal.period;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Opens the assistant that closes a period of the periodic inventory system. */
public final class PeriodicHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        PeriodicWizard.open(window);
    }

}
