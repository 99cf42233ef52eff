package org.stockwright.valuation.ui.internal.export;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.exchange.ExchangePermission;
import org.stockwright.exchange.Exports;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.Accounts.Account;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Messages;

/** Opens the dialog that exports the journal for the general ledger. */
public final class ExportHandler extends StockwrightHandler {

    /** What the dialog is opened with. */
    private record Opening(List<Recorded<String>> earlier, List<Account> accounts) {
    }

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        open(window);
    }

    /**
     * Reads the earlier exports and the accounts, and opens it; for whoever may write files, since what is exported
     * counts before its file is there.
     */
    public static void open(IWorkbenchWindow window) {
        Notices notices = Notices.in(window);
        Allowed.whyNot(ExchangePermission.EXPORT).ifPresentOrElse(notices::failed, () -> open(window, notices));
    }

    private static void open(IWorkbenchWindow window, Notices notices) {
        Services.find(ExportHandler.class, Journal.class).ifPresentOrElse(journal -> {
            Accounts accounts = Services.find(ExportHandler.class, Accounts.class).orElseThrow();
            Exports exports = Services.find(ExportHandler.class, Exports.class).orElseThrow();
            Work.load(Messages.Export_openJob, progress -> new Opening(journal.exports(), accounts.accounts()))
                .on(window.getShell()).with(notices).quietly()
                .done(found -> new ExportDialog(window.getShell(), journal, exports, found.earlier(),
                    found.accounts(), notices).open())
                .start();
        }, () -> notices.failed(Messages.Wizard_nothingOpen));
    }

}
