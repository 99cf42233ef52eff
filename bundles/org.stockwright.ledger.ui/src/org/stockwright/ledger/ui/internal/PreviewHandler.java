package org.stockwright.ledger.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ledger.ui.internal.entry.MovementEditor;
import org.stockwright.ui.StockwrightHandler;

/** Shows what posting the active movement editor would change. */
public final class PreviewHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        if (window.getActivePage().getActiveEditor() instanceof MovementEditor editor) {
            editor.preview();
        }
    }

}
