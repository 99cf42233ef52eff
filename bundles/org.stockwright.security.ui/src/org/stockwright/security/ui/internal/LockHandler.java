package org.stockwright.security.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.security.Sessions;
import org.stockwright.ui.StockwrightHandler;

/** Locks the session; the screen is covered when it is. */
public final class LockHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Sessions.class, window, Sessions::lock);
    }

}
