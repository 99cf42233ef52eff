package org.stockwright.valuation.ui.internal.period;

import java.time.LocalDate;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.valuation.Periods;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.WizardStep;

/** Closes a period: until when and how; the checks, which all have to agree; what was sealed. */
final class CloseWizard extends Wizard {

    private static final int WIDTH = 820;
    private static final int HEIGHT = 360;

    private final IWorkbenchWindow window;
    private final Closing closing;
    private final ClosePage page;
    private final ChecksPage checks;
    private final SealPage seal;

    private CloseWizard(IWorkbenchWindow window, Closing closing) {
        this.window = window;
        this.closing = closing;
        page = new ClosePage(closing);
        checks = new ChecksPage(closing);
        seal = new SealPage(closing::result);
        setWindowTitle(Messages.Close_window);
        setNeedsProgressMonitor(true);
        addPage(page);
        addPage(checks);
        addPage(seal);
    }

    /** Opens the assistant, or says that no company is open. */
    static void open(IWorkbenchWindow window) {
        Services.find(CloseWizard.class, Periods.class).ifPresentOrElse(periods -> {
            Figures figures = Figures.current();
            CloseWizard wizard = new CloseWizard(window,
                new Closing(periods, figures, LocalDate.now(figures.zone())));
            WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
            dialog.setPageSize(WIDTH, HEIGHT);
            dialog.addPageChangedListener(event -> {
                if (event.getSelectedPage() == wizard.checks) {
                    wizard.checks.run();
                }
            });
            dialog.open();
        }, () -> Notices.in(window).failed(Messages.Wizard_nothingOpen));
    }

    /** The seal comes by closing, not by going on; there is no way back from it. */
    @Override
    public IWizardPage getNextPage(IWizardPage from) {
        return from == page ? checks : null;
    }

    @Override
    public boolean canFinish() {
        return closing.isClosed() || getContainer().getCurrentPage() == checks && closing.isReady();
    }

    @Override
    public boolean performFinish() {
        if (closing.isClosed()) {
            return true;
        }
        WizardStep.run(getContainer(), checks, Messages.Close_job, closing::close).ifPresent(period -> {
            closing.take(period);
            seal.show();
            getContainer().showPage(seal);
            refreshPeriods(window);
            Notices.in(window).done(closing.notice());
        });
        return false;
    }

    /** What is closed is done: nothing is taken back by leaving. */
    static void refreshPeriods(IWorkbenchWindow window) {
        IViewPart view = window.getActivePage().findView(PeriodsView.ID);
        if (view instanceof PeriodsView periods) {
            periods.refreshSoon();
        }
    }

}
