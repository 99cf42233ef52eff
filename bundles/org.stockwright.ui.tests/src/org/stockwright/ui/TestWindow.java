package org.stockwright.ui;

import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.stockwright.testkit.ui.BotShell;
import org.stockwright.testkit.ui.StockwrightBot;

/** A window of a test's own in the running workbench, to try one widget in. */
public final class TestWindow implements AutoCloseable {

    private static final String TITLE = "Test window";

    private final Display display = PlatformUI.getWorkbench().getDisplay();
    private Shell shell;

    /** Opens it with this content. */
    public TestWindow(Consumer<Shell> content) {
        display.syncExec(() -> {
            shell = new Shell(display, SWT.SHELL_TRIM);
            shell.setText(TITLE);
            shell.setLayout(new GridLayout());
            content.accept(shell);
            shell.setSize(900, 500);
            shell.open();
            shell.forceActive();
        });
        new StockwrightBot().shell(TITLE).activate();
    }

    /** A bot on it. */
    public BotShell bot() {
        return new StockwrightBot().shell(TITLE);
    }

    /** Asks on the user interface's thread. */
    public <T> T ask(Supplier<T> supplier) {
        Object[] answer = new Object[1];
        display.syncExec(() -> answer[0] = supplier.get());
        @SuppressWarnings("unchecked")
        T result = (T) answer[0];
        return result;
    }

    /** Runs on the user interface's thread. */
    public void run(Runnable runnable) {
        display.syncExec(runnable);
    }

    @Override
    public void close() {
        display.syncExec(shell::dispose);
    }

}
