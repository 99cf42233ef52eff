package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;
import org.stockwright.valuation.ui.internal.WizardStep;

/** Runs the checks that have to agree before a period is closed, and shows each of them. */
final class ChecksPage extends WizardPage {

    private final Closing closing;
    private PlainTable<TieOutRow> table;

    ChecksPage(Closing closing) {
        super("checks", Messages.Checks_title, null); //$NON-NLS-1$
        this.closing = closing;
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 8).applyTo(area);
        table = new PlainTable<>(area, PeriodColumns.checks(closing::figures), row -> !row.agrees());
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 200).applyTo(table.control());
        Button again = new Button(area, SWT.PUSH);
        again.setText(Messages.Checks_again);
        again.addListener(SWT.Selection, event -> {
            closing.take(TieOutSheet.EMPTY);
            run();
        });
        setControl(area);
    }

    /** Runs the checks, unless they were run for the same last day. */
    void run() {
        if (closing.checks().rows().isEmpty()) {
            show();
            WizardStep.run(getContainer(), this, Messages.Checks_job, closing::check).ifPresent(closing::take);
        }
        show();
    }

    private void show() {
        table.show(closing.rows());
        TieOutSheet found = closing.checks();
        setMessage(found.verdict(), found.rows().isEmpty() || found.agrees() ? IMessageProvider.INFORMATION
            : IMessageProvider.WARNING);
        setPageComplete(found.agrees());
    }

    @Override
    public IWizardPage getPreviousPage() {
        return closing.isClosed() ? null : super.getPreviousPage();
    }

}
