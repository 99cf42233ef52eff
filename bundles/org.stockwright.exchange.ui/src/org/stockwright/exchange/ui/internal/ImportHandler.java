package org.stockwright.exchange.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.SavedTexts;
import org.stockwright.exchange.Imports;
import org.stockwright.ui.StockwrightHandler;

/** Opens the import wizard; a parameter chooses the kind of file by its word. */
public final class ImportHandler extends StockwrightHandler {

    private static final String KIND = "org.stockwright.exchange.ui.import.kind"; //$NON-NLS-1$

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(SavedTexts.class, window, texts -> with(Imports.class, window,
            imports -> ImportWizard.open(window, model(imports, texts, event.getParameter(KIND)))));
    }

    private static ImportModel model(Imports imports, SavedTexts texts, String kind) {
        ImportModel model = new ImportModel(imports, texts);
        model.kinds().stream().filter(known -> known.id().equals(kind)).findFirst().ifPresent(model::kind);
        return model;
    }

}
