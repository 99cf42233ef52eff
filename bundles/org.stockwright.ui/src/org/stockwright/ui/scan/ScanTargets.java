package org.stockwright.ui.scan;

import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Who gets a scan: the active dialog if it takes scans, or the active part of the active window. */
public final class ScanTargets {

    private static final String KEY = ScanTarget.class.getName();

    private ScanTargets() {
    }

    /** Lets a dialog take the scans while it is active. */
    public static void register(Shell dialog, ScanTarget target) {
        dialog.setData(KEY, target);
    }

    /** Who gets a scan now; empty when it would go into what has the focus, as if it were typed. */
    static Optional<ScanTarget> active(Display display) {
        Shell shell = display.getActiveShell();
        if (shell != null && shell.getData(KEY) instanceof ScanTarget target) {
            return Optional.of(target);
        }
        return activePart().filter(part -> shell == null || part.getSite().getShell() == shell)
            .map(part -> Adapters.adapt(part, ScanTarget.class));
    }

    static Optional<IWorkbenchPart> activePart() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        return Optional.ofNullable(page == null ? null : page.getActivePart());
    }

}
