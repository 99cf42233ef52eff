package org.stockwright.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;

/**
 * Puts the tools of views back to where they belong when another perspective is shown. Their folder lays them out while
 * it has no size yet, below its tabs, and does it again only when its size changes: they would cover the view.
 */
final class FolderTools extends PerspectiveAdapter {

    /** The perspective is laid out by then. */
    private static final int LATER_MILLIS = 50;

    @Override
    public void perspectiveActivated(IWorkbenchPage page, IPerspectiveDescriptor perspective) {
        Shell shell = page.getWorkbenchWindow().getShell();
        shell.getDisplay().timerExec(LATER_MILLIS, () -> {
            if (!shell.isDisposed()) {
                layOut(shell);
            }
        });
    }

    private static void layOut(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof CTabFolder folder && folder.isVisible()) {
                folder.notifyListeners(SWT.Resize, new Event());
            }
            if (child instanceof Composite composite) {
                layOut(composite);
            }
        }
    }

}
