package org.stockwright.exchange.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.company.SavedTexts;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Opens the import wizard with the rows that stand in the clipboard. */
public final class PasteHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(SavedTexts.class, window, texts -> with(Imports.class, window, imports -> {
            if (clipboard(window) instanceof String text && !text.isBlank()) {
                Work.<SourceTable>request(Messages.Paste_job, progress -> imports.paste(text)).on(window.getShell())
                    .with(notices(window)).done(table -> {
                        ImportModel model = new ImportModel(imports, texts);
                        model.paste(table);
                        ImportWizard.open(window, model);
                    }).start();
            } else {
                notices(window).failed(Messages.Paste_empty);
            }
        }));
    }

    private static Object clipboard(IWorkbenchWindow window) {
        Clipboard clipboard = new Clipboard(window.getShell().getDisplay());
        try {
            return clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

}
