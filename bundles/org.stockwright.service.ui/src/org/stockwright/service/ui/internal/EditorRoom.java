package org.stockwright.service.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Gives the room of editors back to the pages of the service desk when the last of them is closed. */
public final class EditorRoom implements IPartListener2 {

    private final IWorkbenchPage page;
    private final Control owner;

    private EditorRoom(IWorkbenchPage page, Control owner) {
        this.page = page;
        this.owner = owner;
    }

    /** Looks after the room on a page, as long as there is a control. */
    public static void follow(IWorkbenchPage page, Control owner) {
        EditorRoom room = new EditorRoom(page, owner);
        page.addPartListener(room);
        owner.addListener(SWT.Dispose, event -> page.removePartListener(room));
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        // the part is still there while this is called
        owner.getDisplay().asyncExec(() -> {
            if (!owner.isDisposed() && page.getPerspective() != null
                && page.getPerspective().getId().equals(ServicePerspective.ID)
                && page.getEditorReferences().length == 0 && page.isEditorAreaVisible()) {
                page.setEditorAreaVisible(false);
            }
        });
    }

}
