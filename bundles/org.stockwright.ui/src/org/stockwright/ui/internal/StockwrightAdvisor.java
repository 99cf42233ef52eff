package org.stockwright.ui.internal;

import java.io.IOException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.ui.StatusField;
import org.stockwright.ui.Workbench;
import org.stockwright.ui.scan.ScanService;

/** What the workbench is like as a whole. */
final class StockwrightAdvisor extends WorkbenchAdvisor {

    private final WindowState state;
    private ScanService scans;

    StockwrightAdvisor(WindowState state) {
        this.state = state;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowAdvisor(configurer, state);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Workbench.STOCK_PERSPECTIVE;
    }

    @Override
    public void preStartup() {
        ScanLamp lamp = new ScanLamp();
        FrameworkUtil.getBundle(StockwrightAdvisor.class).getBundleContext().registerService(StatusField.class, lamp,
            null);
        scans = new ScanService(getWorkbenchConfigurer().getWorkbench().getDisplay(), lamp);
        scans.start();
    }

    @Override
    public void postShutdown() {
        if (scans != null) {
            scans.close();
        }
    }

    @Override
    public void postStartup() {
        try {
            state.started();
        } catch (IOException e) {
            ILog.of(StockwrightAdvisor.class).warn(e.getMessage(), e);
        }
    }

}
