package org.stockwright.ledger.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ledger.ui.internal.entry.MovementEditor;
import org.stockwright.ui.StockwrightHandler;

/** Posts what the active movement editor holds. */
public final class PostHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        if (window.getActivePage().getActiveEditor() instanceof MovementEditor editor) {
            editor.post();
        }
    }

}
