package org.stockwright.service.ui.internal.cases;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.catalog.Partners;
import org.stockwright.service.Cases;
import org.stockwright.ui.StockwrightHandler;

/** Opens a case. */
public final class NewCaseHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Cases.class, window, cases -> with(Partners.class, window,
            partners -> new CaseDialog(window.getShell(), cases, partners, notices(window), Optional.empty()).open()));
    }

}
