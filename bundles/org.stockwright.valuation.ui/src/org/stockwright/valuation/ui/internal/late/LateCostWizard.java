package org.stockwright.valuation.ui.internal.late;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.base.Outcome;
import org.stockwright.ui.Notices;
import org.stockwright.valuation.LateCosts;
import org.stockwright.valuation.LateCosts.Request;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.WizardStep;

/** Enters a cost that came after the goods: what and for which receipts; what each of them gets; then it is posted. */
final class LateCostWizard extends Wizard {

    private static final int WIDTH = 740;
    private static final int HEIGHT = 330;

    private final IWorkbenchWindow window;
    private final LateCosts costs;
    private final Figures figures = Figures.current();
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private final LateCostPage page;
    private final SharesPage shares = new SharesPage();
    private Optional<Request> checked = Optional.empty();

    private LateCostWizard(IWorkbenchWindow window, LateCosts costs, String documents) {
        this.window = window;
        this.costs = costs;
        page = new LateCostPage(LateCostDraft.of(documents), figures);
        setWindowTitle(Messages.Late_window);
        setNeedsProgressMonitor(true);
        addPage(page);
        addPage(shares);
    }

    /** Opens the assistant with the documents that are known already. */
    static void open(IWorkbenchWindow window, LateCosts costs, String documents) {
        LateCostWizard wizard = new LateCostWizard(window, costs, documents);
        WizardDialog dialog = new WizardDialog(window.getShell(), wizard);
        dialog.setPageSize(WIDTH, HEIGHT);
        dialog.addPageChangingListener(wizard::changing);
        dialog.open();
    }

    private void changing(PageChangingEvent event) {
        if (event.getTargetPage() == shares) {
            event.doit = preview();
        } else {
            checked = Optional.empty();
        }
    }

    private boolean preview() {
        checked = Optional.empty();
        Outcome<Request> request = page.draft().request(key, figures, Instant.now());
        if (!request.isDone()) {
            page.setErrorMessage(Notices.text(request.refusals()));
            return false;
        }
        WizardStep.run(getContainer(), page, Messages.Late_checking, progress -> costs.preview(request.value()))
            .ifPresent(receipt -> {
                checked = Optional.of(request.value());
                shares.show(new ShareSheet(receipt, figures));
            });
        return checked.isPresent();
    }

    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() == shares && checked.isPresent();
    }

    @Override
    public boolean performFinish() {
        return checked.flatMap(request -> WizardStep.run(getContainer(), shares, Messages.Late_posting,
            progress -> costs.post(request))).map(receipt -> {
                Notices.in(window)
                    .done(NLS.bind(Messages.Late_done, new ShareSheet(receipt, figures).total()));
                return Boolean.TRUE;
            }).orElse(Boolean.FALSE).booleanValue();
    }

}
