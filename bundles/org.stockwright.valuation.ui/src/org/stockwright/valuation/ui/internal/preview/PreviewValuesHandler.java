package org.stockwright.valuation.ui.internal.preview;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ledger.ui.EnteredPosting;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueAccess;

/** Shows what posting the active entry would change in values, above all when it is dated back; then posts or goes back. */
public final class PreviewValuesHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        Notices notices = notices(window);
        EnteredPosting entry = Adapters.adapt(window.getActivePage().getActiveEditor(), EnteredPosting.class);
        if (entry == null) {
            notices.failed(Messages.Preview_nothing);
            return;
        }
        ValueAccess.whyNot().ifPresentOrElse(notices::failed,
            () -> with(Valuation.class, window, valuation -> entry
                .checked(Messages.Preview_job,
                    request -> valuation.preview(request).map(preview -> new PreviewSheet(preview, Figures.current())))
                .done(sheet -> show(window, entry, sheet)).start()));
    }

    private static void show(IWorkbenchWindow window, EnteredPosting entry, PreviewSheet sheet) {
        if (new PreviewDialog(window.getShell(), sheet).open() == Window.OK) {
            entry.post();
        }
    }

}
