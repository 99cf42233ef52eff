package org.stockwright.reporting.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Listens to what BIRT logs while a thread runs a report. BIRT says that a report succeeded and only logs that a chart
 * or an emitter broke, so a warning with an exception is a failure of the run.
 */
final class RunLog extends Handler {

    /** Held, so that the loggers with our handler are not collected. */
    private final Logger birt = Logger.getLogger("org.eclipse.birt");
    private final Logger target = Logger.getAnonymousLogger();
    private final Map<Thread, Failures> failures = new ConcurrentHashMap<>();

    private static final class Failures {
        private LogRecord first;
    }

    /** The logger that BIRT shall write to: nothing goes to the console, the run tells what went wrong. */
    Logger target() {
        target.setUseParentHandlers(false);
        return target;
    }

    /** Listens from now on. */
    void attach() {
        setLevel(Level.WARNING);
        birt.addHandler(this);
    }

    /** The calling thread begins a run. */
    void begin() {
        failures.put(Thread.currentThread(), new Failures());
    }

    /** The calling thread's run ended; the first failure that was logged, if any. */
    Optional<Throwable> end() {
        Failures found = failures.remove(Thread.currentThread());
        return found == null || found.first == null ? Optional.empty() : Optional.of(found.first.getThrown());
    }

    /** The innermost cause in words. */
    static String describe(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause.getCause() != null && cause.getCause() != cause && depth < 20; depth++) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getName()
            : message.lines().findFirst().orElse("");
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() == null || entry.getLevel().intValue() < Level.WARNING.intValue()) {
            return;
        }
        Failures mine = failures.get(Thread.currentThread());
        if (mine != null && mine.first == null) {
            mine.first = entry;
        }
    }

    @Override
    public void flush() {
        // nothing is buffered
    }

    @Override
    public void close() {
        birt.removeHandler(this);
    }

}
