package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;

/** How cost of sales is calculated, and whether differences are posted before closing. */
final class CostOfSalesPage extends WizardPage {

    private final PeriodicClosing closing;
    private PlainTable<PeriodicClosing.Part> table;
    private Button post;
    private Text reason;

    CostOfSalesPage(PeriodicClosing closing) {
        super("costOfSales", Messages.Periodic_costTitle, null); //$NON-NLS-1$
        this.closing = closing;
        setDescription(Messages.Periodic_costDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
        table = new PlainTable<>(area, PeriodicColumns.parts(closing::figures), part -> false);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, 200).applyTo(table.control());
        post = new Button(area, SWT.CHECK);
        post.setSelection(true);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(post);
        post.addListener(SWT.Selection, event -> closing.post(post.getSelection()));
        Label label = new Label(area, SWT.NONE);
        label.setText(Messages.Close_reason);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        reason = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        reason.addListener(SWT.Modify, event -> closing.explain(reason.getText()));
        setControl(area);
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            table.show(closing.parts());
            post.setText(NLS.bind(Messages.Periodic_post, Long.toString(closing.unposted())));
            post.setEnabled(closing.unposted() > 0);
            post.getParent().layout();
        }
        super.setVisible(visible);
        if (visible) {
            reason.setFocus();
        }
    }

    @Override
    public IWizardPage getPreviousPage() {
        return closing.isClosed() ? null : super.getPreviousPage();
    }

}
