package org.stockwright.cli.internal;

import java.util.concurrent.TimeUnit;

import org.stockwright.base.Progress;

/** Shows how far the work has come: one line that changes on a terminal, a new line now and then elsewhere. */
final class ConsoleProgress implements Progress {

    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(5);
    private static final int PERCENT = 100;

    private final Console console;
    private final boolean shown;
    private final Interrupt interrupt;
    private String task = "";
    private long total = -1;
    private long done;
    private long lastShown;
    private int width;

    ConsoleProgress(Console console, boolean shown, Interrupt interrupt) {
        this.console = console;
        this.shown = shown;
        this.interrupt = interrupt;
    }

    @Override
    public synchronized void begin(String newTask, long newTotal) {
        task = newTask;
        total = newTotal;
        done = 0;
        lastShown = 0;
        show();
    }

    @Override
    public synchronized void worked(long amount) {
        done += amount;
        show();
    }

    private void show() {
        long now = System.nanoTime();
        if (!shown || lastShown != 0 && now - lastShown < (console.messageIsTerminal() ? TERMINAL_PAUSE : LOG_PAUSE)) {
            return;
        }
        lastShown = now;
        String amount = total > 0 ? Math.min(PERCENT, PERCENT * done / total) + " %" : done > 0 ? "" + done : "";
        String line = task + (amount.isEmpty() ? "" : "  " + amount);
        if (console.messageIsTerminal()) {
            console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            console.err().println(line);
        }
        console.err().flush();
    }

    /** Takes the line away, so that messages begin on a clean one. */
    synchronized void clear() {
        if (width > 0) {
            console.err().print("\r" + " ".repeat(width) + "\r");
            console.err().flush();
            width = 0;
        }
    }

    @Override
    public boolean isCancelled() {
        return interrupt.isRequested();
    }

}
