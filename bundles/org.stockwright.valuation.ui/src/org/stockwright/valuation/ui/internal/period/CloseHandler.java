package org.stockwright.valuation.ui.internal.period;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Opens the assistant that closes a period. */
public final class CloseHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        CloseWizard.open(window);
    }

}
