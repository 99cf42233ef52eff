package org.stockwright.ledger.ui;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.stockwright.base.ItemId;
import org.stockwright.ui.KeyInput;

/** Opens an item from the views of the ledger; its editor belongs to the catalog. */
public final class ItemPages {

    private static final String EDITOR = "org.stockwright.catalog.ui.item"; //$NON-NLS-1$

    private ItemPages() {
    }

    /** Opens the item's editor, or brings it to the front. */
    public static void open(IWorkbenchPage page, ItemId id, String code) {
        try {
            page.openEditor(new KeyInput("item", id.toString(), code), EDITOR); //$NON-NLS-1$
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

}
