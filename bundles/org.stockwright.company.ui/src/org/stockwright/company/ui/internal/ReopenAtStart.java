package org.stockwright.company.ui.internal;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.stockwright.company.Companies;
import org.stockwright.ui.Services;

/** Opens the book that was open when the workbench was closed, and closes it at the end. */
public final class ReopenAtStart implements IStartup {

    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        display.asyncExec(() -> {
            workbench.addWorkbenchListener(new CloseAtEnd());
            IWorkbenchWindow window = workbench.getActiveWorkbenchWindow() != null
                ? workbench.getActiveWorkbenchWindow() : workbench.getWorkbenchWindows()[0];
            Services.find(ReopenAtStart.class, Books.class).ifPresent(books -> books.recent().lastOpen()
                .ifPresent(location -> reopen(window, books, location)));
        });
    }

    private static void reopen(IWorkbenchWindow window, Books books, String location) {
        if (Books.isThere(location)) {
            books.open(window, location);
        } else {
            books.recent().forget(location);
            books.recent().closed();
        }
    }

    /** The editors are closed by then; the book is closed in order, so that the next start is quick. */
    private static final class CloseAtEnd implements IWorkbenchListener {

        @Override
        public boolean preShutdown(IWorkbench workbench, boolean forced) {
            return true;
        }

        @Override
        public void postShutdown(IWorkbench workbench) {
            Services.find(ReopenAtStart.class, Companies.class).ifPresent(CloseAtEnd::close);
        }

        /** Closing works on the database, which the user interface's thread must not. */
        private static void close(Companies companies) {
            Thread closer = new Thread(companies::close, "close the book"); //$NON-NLS-1$
            closer.start();
            try {
                closer.join(15_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

    }

}
