package org.stockwright.testkit.ui;

import org.eclipse.swt.widgets.Shell;

/** A window or dialog. */
public final class BotShell extends BotControl<Shell> {

    BotShell(Shell widget) {
        super(widget);
    }

    /** Brings it to the front. */
    public BotShell activate() {
        Ui.run(() -> {
            widget.forceActive();
            widget.setFocus();
        });
        return this;
    }

    /** Closes it as with the button in its corner. */
    public void close() {
        Ui.later(widget::close);
    }

    /** Whether it is still there. */
    public boolean isOpen() {
        return read(shell -> !shell.isDisposed() && shell.isVisible());
    }

    /** Finds things in it alone. */
    public Bot bot() {
        return new Bot(() -> widget);
    }

}
