package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.stockwright.documents.ui.internal.print.Chosen;
import org.stockwright.documents.ui.internal.print.Prints;
import org.stockwright.ui.Notices;

/** Prints with Ctrl+P what a part shows or what is selected in it. */
final class PrintKey extends AbstractHandler {

    private final IWorkbenchPartSite site;
    private final Supplier<List<Chosen>> chosen;
    private final Supplier<Notices> notices;

    private PrintKey(IWorkbenchPartSite site, Supplier<List<Chosen>> chosen, Supplier<Notices> notices) {
        this.site = site;
        this.chosen = chosen;
        this.notices = notices;
    }

    /** Takes the key while the part is active. */
    static void add(IWorkbenchPartSite site, Supplier<List<Chosen>> chosen, Supplier<Notices> notices) {
        site.getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.FILE_PRINT,
            new PrintKey(site, chosen, notices));
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Prints.ask(site.getShell(), chosen.get(), Optional.empty(), notices.get());
        return null;
    }

}
