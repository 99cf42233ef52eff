package org.stockwright.testkit.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;

/** A push button, check box or radio button. */
public final class BotButton extends BotControl<Button> {

    BotButton(Button widget) {
        super(widget);
    }

    /** Clicks it; waits until it is enabled. */
    public BotButton click() {
        assertEnabled();
        Ui.run(() -> {
            int style = widget.getStyle();
            if ((style & (SWT.CHECK | SWT.TOGGLE)) != 0) {
                widget.setSelection(!widget.getSelection());
            } else if ((style & SWT.RADIO) != 0) {
                for (Control other : widget.getParent().getChildren()) {
                    if (other instanceof Button radio && (radio.getStyle() & SWT.RADIO) != 0) {
                        radio.setSelection(radio == widget);
                    }
                }
            }
        });
        notifyLater(SWT.Selection);
        return this;
    }

    /** Whether it is checked. */
    public boolean isChecked() {
        return read(Button::getSelection);
    }

}
