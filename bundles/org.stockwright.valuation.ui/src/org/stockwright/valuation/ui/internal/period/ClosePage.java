package org.stockwright.valuation.ui.internal.period;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.Periods.State;
import org.stockwright.valuation.ui.internal.Messages;

/** Until when a period is closed, how, and why. */
final class ClosePage extends LastDayPage {

    private final Closing closing;

    ClosePage(Closing closing) {
        super("close", Messages.Close_window, Messages.Close_description); //$NON-NLS-1$
        this.closing = closing;
    }

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(10, 8).applyTo(area);
        lastDay(area, 1, closing.typed(), text -> {
            closing.type(text);
            check(closing.problem());
        });
        label(area, Messages.Close_state);
        radio(area, Messages.Close_hard, State.CLOSED);
        new Label(area, SWT.NONE);
        radio(area, Messages.Close_soft, State.SOFT);
        label(area, Messages.Close_reason);
        Text reason = new Text(area, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(reason);
        reason.addListener(SWT.Modify, event -> closing.explain(reason.getText()));
        explanation(area, 2, Messages.Close_explanation);
        setControl(area);
        check(closing.problem());
        setErrorMessage(null);
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

}
