package org.stockwright.testkit.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.Hyperlink;

/** A link in a text, or a form's hyperlink. */
public final class BotLink extends BotControl<Control> {

    BotLink(Control widget) {
        super(widget);
    }

    /** Follows it. */
    public void click() {
        assertEnabled();
        notifyLater(widget instanceof Hyperlink ? SWT.DefaultSelection : SWT.Selection);
    }

}
