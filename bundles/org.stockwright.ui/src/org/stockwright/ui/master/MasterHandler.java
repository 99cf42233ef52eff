package org.stockwright.ui.master;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.common.NotDefinedException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.ui.StockwrightHandler;

/**
 * Opens the pages of an area under the name of the command. In {@code plugin.xml} the area stands behind the class:
 * {@code class="org.stockwright.ui.master.MasterHandler:purchasing"}.
 */
public final class MasterHandler extends StockwrightHandler implements IExecutableExtension {

    private String area = ""; //$NON-NLS-1$

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        area = String.valueOf(data);
    }

    @Override
    protected void run(IWorkbenchWindow window, ExecutionEvent event) throws ExecutionException {
        try {
            MasterEditor.open(window.getActivePage(), area, event.getCommand().getName());
        } catch (NotDefinedException e) {
            throw new ExecutionException(area, e);
        }
    }

}
