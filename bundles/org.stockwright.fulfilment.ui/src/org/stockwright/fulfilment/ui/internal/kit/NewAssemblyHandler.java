package org.stockwright.fulfilment.ui.internal.kit;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightHandler;

/** Puts kits together or takes them apart. */
public final class NewAssemblyHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        Notices notices = notices(window);
        with(AssemblyDesk.class, window, desk -> new AssemblyDialog(window.getShell(), desk, made -> {
            notices.done(NLS.bind(Messages.Assembly_done, made.number()));
            DocumentPages.open(window.getActivePage(), made.id(), made.number());
        }).open());
    }

}
