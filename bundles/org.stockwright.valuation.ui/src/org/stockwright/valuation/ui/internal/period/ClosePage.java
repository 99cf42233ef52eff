package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.ui.internal.Messages;

/** Until when a period is closed, how, and why. */
final class ClosePage extends WizardPage {

    private static final int WIDTH = 520;

    private final Closing closing;
    private Text day;

    ClosePage(Closing closing) {
        super("close", Messages.Close_window, null); //$NON-NLS-1$
        this.closing = closing;
        setDescription(Messages.Close_description);
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
        label(area, Messages.Close_lastDay);
        day = new Text(area, SWT.BORDER);
        day.setText(closing.typed());
        day.setToolTipText(Messages.Close_lastDayTip);
        GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(day);
        day.addListener(SWT.Modify, event -> {
            closing.type(day.getText());
            check();
        });
        label(area, Messages.Close_state);
        radio(area, Messages.Close_hard, State.CLOSED);
        new Label(area, SWT.NONE);
        radio(area, Messages.Close_soft, State.SOFT);
        label(area, Messages.Close_reason);
        Text reason = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        reason.addListener(SWT.Modify, event -> closing.explain(reason.getText()));
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(Messages.Close_explanation);
        GridDataFactory.fillDefaults().span(2, 1).hint(WIDTH, SWT.DEFAULT).indent(0, 8).grab(true, false)
            .applyTo(explanation);
        setControl(area);
        check();
        setErrorMessage(null);
    }

    private static void label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private void radio(Composite area, String text, State state) {
        Button button = new Button(area, SWT.RADIO);
        button.setText(text);
        button.setSelection(closing.state() == state);
        button.addListener(SWT.Selection, event -> {
            if (button.getSelection()) {
                closing.choose(state);
            }
        });
    }

    private void check() {
        setErrorMessage(closing.problem().orElse(null));
        setPageComplete(closing.problem().isEmpty());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            day.setFocus();
            day.selectAll();
        }
    }

}
