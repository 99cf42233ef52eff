package org.stockwright.ui.internal;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.PlatformUI;

/** Keeps the workbench light or dark as the system is, also when the system changes while we run. */
@SuppressWarnings("nls")
final class SystemTheme implements AutoCloseable {

    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";

    private final Display display;
    private final Listener settings = event -> apply();
    private boolean dark;

    SystemTheme(Display display) {
        this.display = display;
    }

    /** Begins to listen; the theme engine itself took the system's theme when it started. */
    void follow() {
        dark = Display.isSystemDarkTheme();
        display.addListener(SWT.Settings, settings);
    }

    private void apply() {
        boolean now = Display.isSystemDarkTheme();
        if (now == dark) {
            return;
        }
        dark = now;
        IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        if (engine == null) {
            return;
        }
        engine.getThemes().stream().map(ITheme::getId).filter(id -> id.startsWith(now ? DARK : LIGHT)).findFirst()
            .ifPresent(id -> engine.setTheme(id, false));
    }

    @Override
    public void close() {
        if (!display.isDisposed()) {
            display.removeListener(SWT.Settings, settings);
        }
    }

}
