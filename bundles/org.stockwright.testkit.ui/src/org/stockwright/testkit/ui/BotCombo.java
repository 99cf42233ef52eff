package org.stockwright.testkit.ui;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;

/** A drop-down list. */
public final class BotCombo extends BotControl<Combo> {

    BotCombo(Combo widget) {
        super(widget);
    }

    /** Chooses an entry. */
    public void setSelection(String text) {
        assertEnabled();
        Ui.run(() -> {
            int index = widget.indexOf(text);
            if (index < 0) {
                throw new WidgetNotFoundException("'" + text + "' is not one of " + List.of(widget.getItems()));
            }
            widget.select(index);
        });
        notifyLater(SWT.Selection);
    }

    /** Types into it. */
    public void setText(String text) {
        assertEnabled();
        Ui.run(() -> widget.setText(text));
    }

    /** What can be chosen. */
    public String[] items() {
        return read(Combo::getItems);
    }

    @Override
    public String getText() {
        return read(Combo::getText);
    }

}
