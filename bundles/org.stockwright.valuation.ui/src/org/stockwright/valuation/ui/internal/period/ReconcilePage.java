package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.valuation.PeriodicRow;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;
import org.stockwright.valuation.ui.internal.WizardStep;

/** What has to be there by purchases and sales, beside what was counted. */
final class ReconcilePage extends WizardPage {

    private final PeriodicClosing closing;
    private PlainTable<PeriodicRow> table;

    ReconcilePage(PeriodicClosing closing) {
        super("reconcile", Messages.Periodic_reconcileTitle, null); //$NON-NLS-1$
        this.closing = closing;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 8).applyTo(area);
        table = new PlainTable<>(area, PeriodicColumns.reconciliation(closing::figures), PeriodicClosing::differs);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 240).applyTo(table.control());
        setControl(area);
    }

    /** Calculates, unless that was done for the same day and counts. */
    void run() {
        if (closing.calculation().isEmpty()) {
            show();
            WizardStep.run(getContainer(), this, Messages.Periodic_calculating, closing::calculate)
                .ifPresent(closing::take);
        }
        show();
    }

    private void show() {
        table.show(closing.rows());
        boolean apart = closing.rows().stream().anyMatch(PeriodicClosing::differs);
        setMessage(closing.verdict(), apart ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
        setPageComplete(closing.isReady());
    }

}
