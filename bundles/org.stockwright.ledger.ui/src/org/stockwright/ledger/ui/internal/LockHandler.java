package org.stockwright.ledger.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.StockwrightHandler;
import org.stockwright.ui.Work;

/** Locks the selected location after asking why, or unlocks it. */
public final class LockHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        if (!(HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection)
            || !(selection.getFirstElement() instanceof Location location)) {
            return;
        }
        String reason = ""; //$NON-NLS-1$
        if (location.lockReason().isEmpty()) {
            InputDialog dialog = new InputDialog(window.getShell(), Messages.Locations_lock_title,
                NLS.bind(Messages.Locations_lock_reason, location.code()), "", //$NON-NLS-1$
                text -> text.isBlank() ? "" : null); //$NON-NLS-1$
            if (dialog.open() != Window.OK) {
                return;
            }
            reason = dialog.getValue().strip();
        }
        String why = reason;
        with(Locations.class, window, locations -> Work
            .request(Messages.Locations_locking, progress -> locations.lock(location.id(), why))
            .with(notices(window)).start());
    }

}
