package org.stockwright.testkit.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolItem;

/** A button of a tool bar. */
public final class BotToolbarButton {

    private final ToolItem item;

    BotToolbarButton(ToolItem item) {
        this.item = item;
    }

    /** Clicks it. */
    public BotToolbarButton click() {
        Ui.await(Conditions.that("the tool " + getToolTipText() + " is enabled", this::isEnabled), Ui.TIMEOUT);
        Ui.later(() -> {
            if ((item.getStyle() & SWT.CHECK) != 0) {
                item.setSelection(!item.getSelection());
            }
            Event event = new Event();
            event.widget = item;
            event.display = item.getDisplay();
            event.type = SWT.Selection;
            item.notifyListeners(SWT.Selection, event);
        });
        return this;
    }

    /** Whether it can be clicked. */
    public boolean isEnabled() {
        return Ui.get(() -> !item.isDisposed() && item.isEnabled());
    }

    /** Whether it is down. */
    public boolean isChecked() {
        return Ui.get(item::getSelection);
    }

    /** What it tells when the mouse rests on it. */
    public String getToolTipText() {
        return Ui.get(() -> item.isDisposed() ? "disposed" : item.getToolTipText());
    }

}
