package org.stockwright.valuation.ui.internal.period;

import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.ui.internal.Messages;

/** What was closed and sealed; the text can be copied. */
final class SealPage extends WizardPage {

    private final Supplier<String> result;
    private Text text;

    /** Shows this text when it is there. */
    SealPage(Supplier<String> result) {
        super("seal", Messages.Close_doneTitle, null); //$NON-NLS-1$
        this.result = result;
        setDescription(Messages.Close_doneDescription);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).applyTo(area);
        text = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
        text.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, true).hint(400, SWT.DEFAULT).applyTo(text);
        setControl(area);
    }

    void show() {
        text.setBackground(text.getParent().getBackground());
        text.setForeground(text.getParent().getForeground());
        text.setText(result.get());
    }

    /** It is closed: opening it again is a decision of its own. */
    @Override
    public IWizardPage getPreviousPage() {
        return null;
    }

}
