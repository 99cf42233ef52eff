package org.stockwright.documents.ui.entry;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.documents.Documents;
import org.stockwright.ui.StockwrightHandler;

/**
 * Opens an empty form. In {@code plugin.xml} the model's id stands behind the class:
 * {@code class="org.stockwright.documents.ui.entry.NewEntryHandler:purchase-order"}.
 */
public final class NewEntryHandler extends StockwrightHandler implements IExecutableExtension {

    private String model = ""; //$NON-NLS-1$

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        model = String.valueOf(data);
    }

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) {
        with(Documents.class, window, documents -> EntryPages.model(model)
            .ifPresent(found -> EntryPages.open(window.getActivePage(), found, EntryState.fresh())));
    }

}
