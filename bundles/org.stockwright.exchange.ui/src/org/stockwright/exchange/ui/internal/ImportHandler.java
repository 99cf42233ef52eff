package org.stockwright.exchange.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.SavedTexts;
import org.stockwright.exchange.Imports;
import org.stockwright.ui.StockwrightHandler;

/** Opens the import wizard. */
public final class ImportHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(SavedTexts.class, window, texts -> with(Imports.class, window,
            imports -> ImportWizard.open(window, new ImportModel(imports, texts))));
    }

}
