package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Asks for a book's folder and opens it. */
public final class OpenHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window, books -> {
            DirectoryDialog dialog = new DirectoryDialog(window.getShell());
            dialog.setText(Messages.Open_title);
            dialog.setMessage(Messages.Open_message);
            dialog.setFilterPath(books.home().toString());
            String folder = dialog.open();
            if (folder != null) {
                books.open(window, folder);
            }
        });
    }

}
