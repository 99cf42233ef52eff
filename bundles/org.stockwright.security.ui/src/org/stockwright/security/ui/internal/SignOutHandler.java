package org.stockwright.security.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.security.Sessions;
import org.stockwright.ui.StockwrightHandler;

/** Ends the session, after asking about unsaved work; the sign-in dialog follows. */
public final class SignOutHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        for (IWorkbenchPage page : window.getPages()) {
            if (!page.closeAllEditors(true)) {
                return;
            }
        }
        with(Sessions.class, window, Sessions::signOut);
    }

}
