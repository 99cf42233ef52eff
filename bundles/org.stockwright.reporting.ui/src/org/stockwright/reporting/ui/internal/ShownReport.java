package org.stockwright.reporting.ui.internal;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.reporting.PagedReport;

/**
 * The run that a viewer shows. A new run takes the place of the one before, which is closed; after the viewer was
 * closed, a run that comes late is closed at once. Called in jobs, since it waits for what is going on.
 */
final class ShownReport {

    private final ReentrantLock lock = new ReentrantLock();
    private PagedReport report;
    private boolean over;

    /** What is done while nobody else is at it. */
    private interface Step<T> {

        T run();

    }

    private <T> T alone(Step<T> step) {
        lock.lock();
        try {
            return step.run();
        } finally {
            lock.unlock();
        }
    }

    /** Takes a new run; false when nobody looks any more. */
    boolean show(PagedReport run) {
        return alone(() -> {
            drop();
            if (over) {
                run.close();
                return false;
            }
            report = run;
            return true;
        });
    }

    /** Closes what is shown. */
    void forget() {
        alone(() -> {
            drop();
            return null;
        });
    }

    /** The viewer was closed. */
    void end() {
        alone(() -> {
            over = true;
            drop();
            return null;
        });
    }

    /** As {@link #end}, unless it would have to wait; false then. Callable on the user interface's thread. */
    boolean endNow() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            end();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        if (report != null) {
            report.close();
            report = null;
        }
    }

    /**
     * A page as an HTML file.
     *
     * @throws Progress.Cancelled when nothing is shown any more
     */
    Outcome<Path> page(int number) {
        return alone(() -> shown().page(number));
    }

    /**
     * Writes what is shown into a file.
     *
     * @throws Progress.Cancelled when nothing is shown any more
     */
    Outcome<Path> export(Path file, Progress progress) {
        return alone(() -> shown().export(file, progress));
    }

    private PagedReport shown() {
        if (report == null) {
            throw new Progress.Cancelled();
        }
        return report;
    }

}
