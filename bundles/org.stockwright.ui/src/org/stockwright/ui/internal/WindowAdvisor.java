package org.stockwright.ui.internal;

import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchPreferenceConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.stockwright.ui.Notices;

/** What a window is like: its bars, size, status line and theme. */
final class WindowAdvisor extends WorkbenchWindowAdvisor {

    private final WindowState state;
    private StatusFields fields;
    private SystemTheme theme;
    private WindowBanner banner;

    WindowAdvisor(IWorkbenchWindowConfigurer configurer, WindowState state) {
        super(configurer);
        this.state = state;
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new MenuAdvisor(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
        configurer.setTitle(Messages.Application_title);
        configurer.setInitialSize(new Point(1280, 860));
        configurer.setShowMenuBar(true);
        configurer.setShowCoolBar(true);
        configurer.setShowPerspectiveBar(true);
        configurer.setShowStatusLine(true);
        configurer.setShowProgressIndicator(true);
        PlatformUI.getPreferenceStore().setDefault(IWorkbenchPreferenceConstants.SHOW_TEXT_ON_PERSPECTIVE_BAR, true);
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchWindow window = getWindowConfigurer().getWindow();
        fields = new StatusFields(getWindowConfigurer().getActionBarConfigurer().getStatusLineManager(), window);
        fields.open();
        theme = new SystemTheme(window.getShell().getDisplay());
        theme.follow();
        AccessTips.follow(window);
        window.addPerspectiveListener(new FolderTools());
        banner = new WindowBanner(window);
        banner.open();
        if (state.wasReset()) {
            Notices.in(window).done(Messages.WindowAdvisor_reset);
        }
    }

    @Override
    public void dispose() {
        if (fields != null) {
            fields.close();
        }
        if (theme != null) {
            theme.close();
        }
        if (banner != null) {
            banner.close();
        }
    }

}
