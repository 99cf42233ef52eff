package org.stockwright.valuation.ui.internal.period;

import java.time.LocalDate;
import java.util.Optional;

import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.exchange.Imports;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.valuation.PeriodicInventory;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.WizardStep;

/** Closes a period of the periodic inventory system: until when and counts, reconciliation, cost of sales, the seal. */
final class PeriodicWizard extends Wizard {

    private static final int WIDTH = 980;
    private static final int HEIGHT = 420;

    private final IWorkbenchWindow window;
    private final PeriodicClosing closing;
    private final PeriodicPage page;
    private final ReconcilePage reconcile;
    private final CostOfSalesPage cost;
    private final SealPage seal;

    private PeriodicWizard(IWorkbenchWindow window, PeriodicClosing closing) {
        this.window = window;
        this.closing = closing;
        page = new PeriodicPage(closing);
        reconcile = new ReconcilePage(closing);
        cost = new CostOfSalesPage(closing);
        seal = new SealPage(closing::result);
        setWindowTitle(Messages.Periodic_window);
        setNeedsProgressMonitor(true);
        addPage(page);
        addPage(reconcile);
        addPage(cost);
        addPage(seal);
    }

    /** Opens the assistant, or says that no company is open. */
    static void open(IWorkbenchWindow window) {
        Optional<PeriodicInventory> inventory = Services.find(PeriodicWizard.class, PeriodicInventory.class);
        Optional<Imports> imports = Services.find(PeriodicWizard.class, Imports.class);
        if (inventory.isEmpty() || imports.isEmpty()) {
            Notices.in(window).failed(Messages.Wizard_nothingOpen);
            return;
        }
        Figures figures = Figures.current();
        PeriodicWizard wizard = new PeriodicWizard(window,
            new PeriodicClosing(inventory.get(), imports.get(), figures, LocalDate.now(figures.zone())));
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setPageSize(WIDTH, HEIGHT);
        dialog.addPageChangedListener(event -> {
            if (event.getSelectedPage() == wizard.reconcile) {
                wizard.reconcile.run();
            }
        });
        dialog.open();
    }

    /** The seal comes by closing, not by going on; there is no way back from it. */
    @Override
    public IWizardPage getNextPage(IWizardPage from) {
        return from == page ? reconcile : from == reconcile ? cost : null;
    }

    @Override
    public boolean canFinish() {
        return closing.isClosed() || getContainer().getCurrentPage() == cost && closing.isReady();
    }

    @Override
    public boolean performFinish() {
        if (closing.isClosed()) {
            return true;
        }
        WizardStep.run(getContainer(), cost, Messages.Close_job, closing::close).ifPresent(decision -> {
            closing.take(decision);
            seal.show();
            getContainer().showPage(seal);
            CloseWizard.refreshPeriods(window);
            Notices.in(window).done(closing.notice());
        });
        return false;
    }

}
