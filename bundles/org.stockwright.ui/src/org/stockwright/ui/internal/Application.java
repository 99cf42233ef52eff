package org.stockwright.ui.internal;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.stockwright.ui.Workbench;

/** Starts the workbench, after looking whether the window layout of the last time can be read. */
public final class Application implements IApplication {

    @Override
    public Object start(IApplicationContext context) throws Exception {
        Display display = PlatformUI.createDisplay();
        System.setProperty(Workbench.UI_THREAD_PROPERTY, Thread.currentThread().getName());
        try {
            Location location = Platform.getInstanceLocation();
            if (location == null || !isOurs(location)) {
                MessageDialog.openInformation(null, Messages.Application_title, Messages.Application_running);
                return EXIT_OK;
            }
            StartScript.log();
            WindowState state = new WindowState(Path.of(location.getURL().getPath()));
            state.setAsideWhatCannotBeRead();
            return run(display, state);
        } finally {
            display.dispose();
        }
    }

    private static Object run(Display display, WindowState state) throws IOException {
        state.starting();
        int code;
        try {
            code = PlatformUI.createAndRunWorkbench(display, new StockwrightAdvisor(state));
        } catch (RuntimeException e) {
            // A layout that is well-formed and still makes no sense ends in one of many.
            if (!state.isStarting() || !state.setAside()) {
                throw e;
            }
            ILog.of(Application.class).error(NLS.bind(Messages.Application_layout, state.folder()), e);
            return EXIT_RESTART;
        }
        return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
    }

    /** A second workbench on the same folder would overwrite the layout of the first. */
    private static boolean isOurs(Location location) throws IOException {
        if (!location.isSet()) {
            location.set(location.getDefault(), false);
        }
        return location.lock();
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        Display display = workbench.getDisplay();
        display.syncExec(() -> {
            if (!display.isDisposed()) {
                workbench.close();
            }
        });
    }

}
