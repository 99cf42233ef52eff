package org.stockwright.security.ui.internal;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** Tells when nobody has touched keyboard or mouse for a while. */
final class IdleClock {

    private static final int[] TOUCHES = { SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseWheel };
    private static final int LOOK_MILLIS = 2_000;

    private final Display display;
    private final Supplier<Duration> limit;
    private final LongSupplier nanos;
    private final Runnable idle;
    private final Listener touch = event -> touched();
    private long last;

    /** A clock that tells the callback, again and again while nobody touches anything. */
    IdleClock(Display display, Supplier<Duration> limit, LongSupplier nanos, Runnable idle) {
        this.display = display;
        this.limit = limit;
        this.nanos = nanos;
        this.idle = idle;
    }

    void start() {
        touched();
        for (int type : TOUCHES) {
            display.addFilter(type, touch);
        }
        display.timerExec(LOOK_MILLIS, this::look);
    }

    void touched() {
        last = nanos.getAsLong();
    }

    private void look() {
        check();
        display.timerExec(LOOK_MILLIS, this::look);
    }

    void check() {
        if (nanos.getAsLong() - last >= limit.get().toNanos()) {
            idle.run();
        }
    }

}
