package org.stockwright.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.stockwright.base.BookClosed;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Progress.Cancelled;
import org.stockwright.base.Refusal;
import org.stockwright.security.AccessDenied;
import org.stockwright.ui.internal.Messages;

/**
 * Work off the user interface's thread: a job with progress and cancel whose result comes back on that thread.
 *
 * <pre>
 * Work.request(Messages.Post_job, progress -&gt; ledger.post(request)).with(notices()).on(control)
 *     .done(receipt -&gt; notices().done(...)).start();
 * </pre>
 *
 * @param <T> what the work yields
 */
public final class Work<T> {

    /** All jobs made here belong to this family: tests wait for it. */
    public static final Object FAMILY = new Object();

    private final String name;
    private final Function<Progress, Outcome<T>> function;
    private final Display display = Display.getDefault();
    private Control owner;
    private Notices notices;
    private Consumer<? super T> done = value -> {
        // nobody waits for it
    };
    private Consumer<List<Refusal>> refused = this::tell;
    private Runnable always = () -> {
        // nothing to tidy up
    };
    private boolean quiet;

    private Work(String name, Function<Progress, Outcome<T>> function) {
        this.name = name;
        this.function = function;
    }

    /** A request that may be refused. */
    public static <T> Work<T> request(String name, Function<Progress, Outcome<T>> function) {
        return new Work<>(name, function);
    }

    /** A question whose answer cannot be refused, such as reading the rows of a grid. */
    public static <T> Work<T> load(String name, Function<Progress, T> function) {
        return new Work<T>(name, progress -> Outcome.done(function.apply(progress)));
    }

    /** The control that shows the result: when it was disposed meanwhile, the result is dropped. */
    public Work<T> on(Control control) {
        owner = control;
        return this;
    }

    /** Where refusals and failures are shown; without it, failures are only logged and refusals too. */
    public Work<T> with(Notices where) {
        notices = where;
        return this;
    }

    /** Takes the result, on the user interface's thread. */
    public Work<T> done(Consumer<? super T> consumer) {
        done = consumer;
        return this;
    }

    /** Takes the refusals instead of the notices, on the user interface's thread. */
    public Work<T> refused(Consumer<List<Refusal>> consumer) {
        refused = consumer;
        return this;
    }

    /**
     * Runs at the end on the user interface's thread, whatever became of it: done, refused, cancelled, failed, or ended
     * without a word because the book was closed.
     */
    public Work<T> always(Runnable runnable) {
        always = runnable;
        return this;
    }

    /** Not shown in the status line: for short reading that nobody would cancel. */
    public Work<T> quietly() {
        quiet = true;
        return this;
    }

    /** Starts the job. */
    public Job start() {
        Job job = new Job(name) {

            @Override
            protected IStatus run(IProgressMonitor monitor) {
                return perform(monitor);
            }

            @Override
            public boolean belongsTo(Object family) {
                return family == FAMILY;
            }

        };
        job.setSystem(quiet);
        job.setUser(false);
        job.schedule();
        return job;
    }

    private IStatus perform(IProgressMonitor monitor) {
        Runnable end = always;
        try {
            Outcome<T> outcome = function.apply(new MonitorProgress(monitor));
            end = () -> finish(outcome);
            return Status.OK_STATUS;
        } catch (Cancelled | BookClosed e) {
            // The user did not want it any more, or closed the book: nobody waits for the answer.
            return Status.CANCEL_STATUS;
        } catch (AccessDenied e) {
            end = () -> finish(Outcome.refused(e.refusal()));
            return Status.OK_STATUS;
        } catch (RuntimeException e) {
            ILog.of(Work.class).error(name, e);
            end = this::fail;
            return Status.OK_STATUS;
        } finally {
            monitor.done();
            back(end);
        }
    }

    private void finish(Outcome<T> outcome) {
        try {
            switch (outcome) {
                case Outcome.Done<T> value -> done.accept(value.value());
                case Outcome.Refused<T> reasons -> refused.accept(reasons.refusals());
            }
        } finally {
            always.run();
        }
    }

    private void fail() {
        try {
            if (notices != null) {
                notices.failed(NLS.bind(Messages.Work_failed, name));
            }
        } finally {
            always.run();
        }
    }

    private void tell(List<Refusal> refusals) {
        if (notices == null) {
            ILog.of(Work.class).warn(name + ": " + refusals); //$NON-NLS-1$
        } else {
            notices.refused(refusals);
        }
    }

    private void back(Runnable end) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (owner == null || !owner.isDisposed()) {
                    end.run();
                }
            });
        }
    }

}
