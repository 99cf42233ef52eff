package org.stockwright.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.keys.IBindingService;

/**
 * Hides everything that the workbench shows behind a page: the content of all windows, their menus, and all dialogs,
 * also those that open later. Keyboard shortcuts are off meanwhile, and scans are dropped; jobs go on. Used on the user
 * interface's thread; {@link #close} shows everything as it was.
 */
public final class Curtain implements AutoCloseable {

    private static final String KEY = Curtain.class.getName();

    private final IWorkbench workbench;
    private final Display display;
    private final Map<Shell, Cover> covers = new LinkedHashMap<>();
    private final List<Shell> hidden = new ArrayList<>();
    private final Listener shows = this::shown;
    private final Listener closes = this::closing;
    private boolean keyFilter;

    /** What was done to one window. */
    private record Cover(Composite page, List<Control> content, Menu menu, String title, Listener resize) {
    }

    private Curtain(IWorkbench workbench) {
        this.workbench = workbench;
        this.display = workbench.getDisplay();
    }

    /**
     * Draws the curtain.
     *
     * @param title of the windows meanwhile
     * @param fill makes the page in a parent with a {@code FillLayout}; called for one window, the others stay empty
     */
    public static Curtain draw(IWorkbench workbench, String title, Consumer<Composite> fill) {
        Curtain curtain = new Curtain(workbench);
        curtain.draw(title, fill);
        return curtain;
    }

    /** Whether this shell is behind a curtain, so that what is scanned goes nowhere. */
    public static boolean isDrawn(Shell shell) {
        return shell != null && shell.getData(KEY) != null;
    }

    private void draw(String title, Consumer<Composite> fill) {
        IBindingService bindings = workbench.getService(IBindingService.class);
        keyFilter = bindings.isKeyFilterEnabled();
        bindings.setKeyFilterEnabled(false);
        IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        for (IWorkbenchWindow window : workbench.getWorkbenchWindows()) {
            cover(window.getShell(), title);
        }
        for (Shell shell : display.getShells()) {
            hide(shell);
        }
        display.addFilter(SWT.Show, shows);
        display.addFilter(SWT.Activate, shows);
        display.addFilter(SWT.Close, closes);
        Shell first = active == null ? covers.keySet().iterator().next() : active.getShell();
        fill.accept(covers.get(first).page());
        covers.forEach((shell, cover) -> {
            cover.page().layout(true, true);
            shell.update();
        });
        first.setActive();
    }

    private void cover(Shell shell, String title) {
        List<Control> content = new ArrayList<>();
        for (Control control : shell.getChildren()) {
            if (control.getVisible()) {
                content.add(control);
                control.setVisible(false);
            }
        }
        Menu menu = shell.getMenuBar();
        shell.setMenuBar(null);
        Composite page = new Composite(shell, SWT.NONE);
        page.setLayout(new FillLayout());
        page.setBounds(shell.getClientArea());
        page.moveAbove(null);
        Listener resize = event -> page.setBounds(shell.getClientArea());
        shell.addListener(SWT.Resize, resize);
        covers.put(shell, new Cover(page, content, menu, shell.getText(), resize));
        shell.setText(title);
        shell.setData(KEY, this);
    }

    /** Dialogs are not closed: what was typed into them is there again later. */
    private void hide(Shell shell) {
        if (!covers.containsKey(shell) && shell.getVisible()) {
            hidden.add(shell);
            shell.setVisible(false);
        }
        for (Shell child : shell.getShells()) {
            hide(child);
        }
    }

    private void shown(Event event) {
        if (event.widget instanceof Shell shell && !covers.containsKey(shell) && !hidden.contains(shell)) {
            display.asyncExec(() -> {
                if (!shell.isDisposed() && !covers.isEmpty()) {
                    hide(shell);
                }
            });
        }
    }

    /** Closing could ask about unsaved work in a dialog that nobody sees. */
    private void closing(Event event) {
        if (event.widget instanceof Shell shell && covers.containsKey(shell)) {
            event.doit = false;
            event.type = SWT.None;
        }
    }

    @Override
    public void close() {
        if (covers.isEmpty()) {
            return;
        }
        display.removeFilter(SWT.Show, shows);
        display.removeFilter(SWT.Activate, shows);
        display.removeFilter(SWT.Close, closes);
        Map<Shell, Cover> drawn = new LinkedHashMap<>(covers);
        covers.clear();
        drawn.forEach(Curtain::uncover);
        hidden.stream().filter(shell -> !shell.isDisposed()).forEach(shell -> shell.setVisible(true));
        workbench.getService(IBindingService.class).setKeyFilterEnabled(keyFilter);
    }

    private static void uncover(Shell shell, Cover cover) {
        if (shell.isDisposed()) {
            return;
        }
        shell.removeListener(SWT.Resize, cover.resize());
        shell.setData(KEY, null);
        cover.page().dispose();
        if (cover.menu() != null && !cover.menu().isDisposed()) {
            shell.setMenuBar(cover.menu());
        }
        cover.content().stream().filter(control -> !control.isDisposed()).forEach(control -> control.setVisible(true));
        shell.setText(cover.title());
        shell.layout(true, true);
    }

}
