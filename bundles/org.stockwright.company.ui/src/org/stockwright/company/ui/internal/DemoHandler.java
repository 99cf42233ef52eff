package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Opens the demo company. */
public final class DemoHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window, books -> books.demo(window));
    }

}
