package org.stockwright.security.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.security.Sessions;
import org.stockwright.ui.StockwrightHandler;

/** Signs somebody in, also in place of whoever is. */
public final class SignInHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Sessions.class, window, sessions -> new SignInDialog(window.getShell(), sessions).open());
    }

}
