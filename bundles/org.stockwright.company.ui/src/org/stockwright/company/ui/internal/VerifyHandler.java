package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.ui.StockwrightHandler;

/** Shows the verification view and runs all checks. */
public final class VerifyHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        try {
            IViewPart part = window.getActivePage().showView(VerifyView.ID);
            if (part instanceof VerifyView view && view.isOpen()) {
                view.verify();
            }
        } catch (PartInitException e) {
            ILog.of(VerifyHandler.class).error(e.getMessage(), e);
            notices(window).failed(e.getLocalizedMessage());
        }
    }

}
