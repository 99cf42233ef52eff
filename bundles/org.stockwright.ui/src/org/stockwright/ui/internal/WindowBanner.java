package org.stockwright.ui.internal;

import java.util.Optional;

import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ui.Services;
import org.stockwright.ui.Troubles;
import org.stockwright.ui.Troubles.Trouble;

/** A line across the top of the window that says what is wrong with the database; it comes and goes by itself. */
public final class WindowBanner implements AutoCloseable {

    private final IWorkbenchWindow window;
    private final Display display;
    private ServiceRegistration<ChangeListener> registration;
    private Composite banner;
    private Optional<Trouble> shown = Optional.empty();

    /** The banner of a window. */
    public WindowBanner(IWorkbenchWindow window) {
        this.window = window;
        display = window.getShell().getDisplay();
    }

    /** Begins to watch. */
    public void open() {
        ChangeListener listener = topics -> {
            if (topics.contains(Topic.UPKEEP) && !display.isDisposed()) {
                display.asyncExec(this::update);
            }
        };
        registration = FrameworkUtil.getBundle(WindowBanner.class).getBundleContext()
            .registerService(ChangeListener.class, listener, null);
        update();
    }

    private void update() {
        Optional<Trouble> now = Services.find(WindowBanner.class, Troubles.class).flatMap(Troubles::now);
        if (window.getShell() == null || window.getShell().isDisposed() || now.equals(shown)) {
            return;
        }
        shown = now;
        if (banner != null && !banner.isDisposed()) {
            banner.dispose();
        }
        banner = now.flatMap(this::create).orElse(null);
        top().ifPresent(Composite::requestLayout);
    }

    /** The part of the window where its tool bars are. */
    private Optional<Composite> top() {
        EModelService service = window.getService(EModelService.class);
        if (service != null && window.getService(MWindow.class) instanceof MTrimmedWindow trimmed) {
            MTrimBar bar = service.getTrim(trimmed, SideValue.TOP);
            return Optional.ofNullable(bar.getWidget() instanceof Composite composite ? composite : null);
        }
        return Optional.empty();
    }

    private Optional<Composite> create(Trouble trouble) {
        return top().map(parent -> {
            Shell shell = parent.getShell();
            Composite line = new Composite(parent, SWT.NONE) {

                /** As wide as the window, so that the tool bars come into the line below. */
                @Override
                public org.eclipse.swt.graphics.Point computeSize(int width, int height, boolean changed) {
                    int wide = Math.max(200, shell.getClientArea().width);
                    return new org.eclipse.swt.graphics.Point(wide, super.computeSize(wide, height, changed).y);
                }

            };
            // The theme's colours for trims would win otherwise.
            line.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
            line.moveAbove(null);
            line.setBackground(display.getSystemColor(SWT.COLOR_INFO_BACKGROUND));
            GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 6).spacing(8, 0).applyTo(line);
            Label icon = new Label(line, SWT.NONE);
            icon.setImage(new Images(line).get(trouble.readable() ? Images.REFUSED : Images.FAILED));
            icon.setBackground(line.getBackground());
            icon.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
            GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
            Label text = new Label(line, SWT.WRAP);
            text.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
            text.setBackground(line.getBackground());
            text.setForeground(display.getSystemColor(SWT.COLOR_INFO_FOREGROUND));
            text.setText(LegacyActionTools.escapeMnemonics(text(trouble)));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
            text.getAccessible().sendEvent(ACC.EVENT_DESCRIPTION_CHANGED, null);
            return line;
        });
    }

    private static String text(Trouble trouble) {
        return (trouble.what() + ' ' + trouble.hint()).strip();
    }

    /** What the banner says; empty when it is not there. */
    public String text() {
        return shown.map(WindowBanner::text).orElse(""); //$NON-NLS-1$
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }

}
