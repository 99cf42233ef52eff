package org.stockwright.ledger.ui.internal;

import java.util.List;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Makes a place inside the selected one. */
public final class NewLocationHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        String parent = HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
            && selection.getFirstElement() instanceof Location location ? location.code() : ""; //$NON-NLS-1$
        with(Locations.class, window, locations -> {
            NewLocationDialog dialog = new NewLocationDialog(window.getShell(), parent);
            if (dialog.open() == Window.OK) {
                Locations.Draft draft = dialog.draft();
                Work.<List<LocationId>>request(Messages.Locations_saving,
                    progress -> locations.saveAll(List.of(draft))).with(notices(window))
                    .done(ids -> notices(window).done(NLS.bind(Messages.Locations_saved, draft.code()))).start();
            }
        });
    }

}
