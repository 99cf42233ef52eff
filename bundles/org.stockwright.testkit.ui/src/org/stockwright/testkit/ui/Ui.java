package org.stockwright.testkit.ui;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Runs code on the user interface's thread and brings its result or exception back. */
final class Ui {

    /** How long to wait for anything, in milliseconds. */
    static final long TIMEOUT = Long.getLong("stockwright.bot.timeout", 20_000);
    private static final long POLL = 40;
    private static final long NUDGE = 200;

    private Ui() {
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    static <T> T get(Supplier<T> supplier) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<RuntimeException> problem = new AtomicReference<>();
        AtomicReference<LinkageError> unlinked = new AtomicReference<>();
        onDisplay(() -> {
            try {
                result.set(supplier.get());
            } catch (RuntimeException e) {
                problem.set(e);
            } catch (LinkageError e) {
                // the display would only log it
                unlinked.set(e);
            }
        });
        if (problem.get() != null) {
            throw problem.get();
        }
        if (unlinked.get() != null) {
            throw unlinked.get();
        }
        return result.get();
    }

    /**
     * Runs on the display and waits. Not {@code syncExec}: while a dialog of the system is open, SWT can miss what comes
     * at the wrong moment, and would run it only when more comes.
     */
    private static void onDisplay(Runnable runnable) {
        Display display = display();
        if (Display.getCurrent() == display) {
            runnable.run();
            return;
        }
        CountDownLatch done = new CountDownLatch(1);
        display.asyncExec(() -> {
            try {
                runnable.run();
            } finally {
                done.countDown();
            }
        });
        try {
            while (!done.await(NUDGE, TimeUnit.MILLISECONDS)) {
                display.asyncExec(() -> {
                    // nothing but a nudge
                });
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void run(Runnable runnable) {
        get(() -> {
            runnable.run();
            return Boolean.TRUE;
        });
    }

    /** For what may open a dialog and come back only when it is closed. */
    static void later(Runnable runnable) {
        display().asyncExec(runnable);
        run(() -> {
            // waits until it has begun
        });
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks until the answer is not null. */
    static <T> T await(String what, Supplier<T> supplier) {
        long end = System.nanoTime() + TIMEOUT * 1_000_000;
        while (true) {
            T found = get(supplier);
            if (found != null) {
                return found;
            }
            if (System.nanoTime() > end) {
                throw new WidgetNotFoundException("Could not find " + what + ". There is: " + Widgets.describe());
            }
            sleep(POLL);
        }
    }

    static void await(ICondition condition, long timeout) {
        long end = System.nanoTime() + timeout * 1_000_000;
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("Timeout after: " + timeout + " ms.: " + condition.getFailureMessage());
            }
            sleep(POLL);
        }
    }

    private static boolean holds(ICondition condition) {
        try {
            return condition.test();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

}
