package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Closes the open book. */
public final class CloseHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window, books -> books.close(window));
    }

}
