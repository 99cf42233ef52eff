package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.Companies;
import org.stockwright.ui.StockwrightHandler;

/** Copies the open book to a server. */
public final class PromoteHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window, books -> with(Companies.class, window, companies -> {
            WizardDialog dialog = new WizardDialog(window.getShell(), new PromoteWizard(window, companies, books));
            dialog.setHelpAvailable(false);
            dialog.open();
        }));
    }

}
