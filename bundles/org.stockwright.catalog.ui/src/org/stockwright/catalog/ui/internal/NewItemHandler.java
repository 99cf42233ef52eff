package org.stockwright.catalog.ui.internal;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.stockwright.catalog.Items;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.StockwrightHandler;

/** Opens an empty item. */
public final class NewItemHandler extends StockwrightHandler {

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Items.class, window, items -> {
            try {
                window.getActivePage().openEditor(
                    new KeyInput(ItemEditor.KIND, ItemEditor.NEW_KEY, Messages.Item_new), ItemEditor.ID);
            } catch (PartInitException e) {
                throw new IllegalStateException(e);
            }
        });
    }

}
