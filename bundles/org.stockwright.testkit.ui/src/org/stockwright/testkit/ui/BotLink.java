package org.stockwright.testkit.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** A link in a text, or a form's hyperlink. */
public final class BotLink extends BotControl<Control> {

    BotLink(Control widget) {
        super(widget);
    }

    /** Follows it. */
    public void click() {
        assertEnabled();
        if (!(widget instanceof Hyperlink)) {
            notifyLater(SWT.Selection);
            return;
        }
        // A form's hyperlink is drawn, not native: it follows the Enter key and the mouse, no selection event.
        Ui.later(() -> {
            Event event = new Event();
            event.character = SWT.CR;
            event.keyCode = SWT.CR;
            event.doit = true;
            widget.notifyListeners(SWT.KeyDown, event);
        });
    }

}
