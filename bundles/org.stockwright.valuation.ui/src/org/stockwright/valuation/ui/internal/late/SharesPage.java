package org.stockwright.valuation.ui.internal.late;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.valuation.LateCosts.Share;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.PlainTable;

/** What each receipt would get of a late cost, and what would become of it. */
final class SharesPage extends WizardPage {

    private PlainTable<Share> table;
    private Label total;
    private Figures figures = Figures.PLAIN;

    SharesPage() {
        super("shares", Messages.Late_sharesTitle, null); //$NON-NLS-1$
        setDescription(Messages.Late_sharesDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(10, 8).applyTo(area);
        table = new PlainTable<>(area, ShareSheet.columns(() -> figures), share -> false);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 200).applyTo(table.control());
        total = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(400, SWT.DEFAULT).applyTo(total);
        setControl(area);
    }

    void show(ShareSheet sheet) {
        figures = sheet.figures();
        table.show(sheet.shares());
        total.setText(sheet.total());
        total.requestLayout();
    }

}
