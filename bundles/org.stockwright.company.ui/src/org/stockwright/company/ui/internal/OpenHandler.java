package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Asks where a book is and opens it. */
public final class OpenHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window, books -> {
            ConnectDialog dialog = new ConnectDialog(window.getShell(), books.home().toString(), books::look);
            if (dialog.open() == Window.OK) {
                books.open(window, dialog.location());
            }
        });
    }

}
