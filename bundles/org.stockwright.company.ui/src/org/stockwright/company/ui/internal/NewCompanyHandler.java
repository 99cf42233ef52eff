package org.stockwright.company.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/** Opens the wizard for a new company. */
public final class NewCompanyHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Books.class, window,
            books -> new WizardDialog(window.getShell(), new NewCompanyWizard(window, books)).open());
    }

}
