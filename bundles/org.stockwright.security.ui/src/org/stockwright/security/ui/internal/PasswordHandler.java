package org.stockwright.security.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.security.Sessions;
import org.stockwright.ui.StockwrightHandler;

/** Changes the password of whoever is signed in. */
public final class PasswordHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Sessions.class, window,
            sessions -> new ChangePasswordDialog(window.getShell(), sessions, false, notices(window)).open());
    }

}
