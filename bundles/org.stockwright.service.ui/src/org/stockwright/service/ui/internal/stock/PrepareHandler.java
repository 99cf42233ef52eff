package org.stockwright.service.ui.internal.stock;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.service.Preparations;
import org.stockwright.ui.StockwrightHandler;

/** Prepares a batch. */
public final class PrepareHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Preparations.class, window, preparations -> new PrepareDialog(window.getShell(), preparations,
            notices(window), Optional.empty(), 0).open());
    }

}
