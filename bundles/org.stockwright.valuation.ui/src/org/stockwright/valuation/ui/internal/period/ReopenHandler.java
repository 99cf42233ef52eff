package org.stockwright.valuation.ui.internal.period;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.Periods.Period;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;

/** Opens the last closed period again, after asking why. */
public final class ReopenHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        reopen(window);
    }

    /** Finds the last closed period and asks. */
    static void reopen(IWorkbenchWindow window) {
        Notices notices = Notices.in(window);
        Services.find(ReopenHandler.class, Periods.class).ifPresentOrElse(periods -> Work
            .load(Messages.Periods_load, progress -> new PeriodSheet(periods.list(), Figures.current()).lastClosed())
            .on(window.getShell()).with(notices).quietly()
            .done(found -> found.ifPresentOrElse(period -> ask(window, notices, periods, period),
                () -> notices.failed(Messages.Reopen_nothing)))
            .start(), () -> notices.failed(Messages.Wizard_nothingOpen));
    }

    private static void ask(IWorkbenchWindow window, Notices notices, Periods periods, Period period) {
        InputDialog dialog = new InputDialog(window.getShell(), Messages.Reopen_window,
            NLS.bind(Messages.Reopen_question, period.lastDay()), "", text -> text.isBlank() ? "" : null); //$NON-NLS-1$ //$NON-NLS-2$
        if (dialog.open() != Window.OK) {
            return;
        }
        String reason = dialog.getValue().strip();
        Work.request(Messages.Reopen_job, progress -> periods.reopen(period.lastDay(), reason)).on(window.getShell())
            .with(notices).done(opened -> {
                notices.done(NLS.bind(Messages.Reopen_done, opened.lastDay()));
                CloseWizard.refreshPeriods(window);
            }).start();
    }

}
