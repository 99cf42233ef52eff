package org.stockwright.testkit.ui;

import java.util.concurrent.Callable;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.ui.Work;

/** What tests wait for most. */
public final class Conditions {

    private Conditions() {
    }

    /** Anything else. */
    public static ICondition that(String what, Callable<Boolean> test) {
        return new ICondition() {

            @Override
            public boolean test() throws Exception {
                return test.call();
            }

            @Override
            public String getFailureMessage() {
                return "This did not come true: " + what;
            }

        };
    }

    /** A window with this title has opened. */
    public static ICondition shellIsActive(String title) {
        return that("the shell '" + title + "' is active", () -> {
            String active = Ui.get(() -> {
                Shell shell = Ui.display().getActiveShell();
                return shell == null ? "" : shell.getText();
            });
            return title.equals(active);
        });
    }

    /** This window has been closed. */
    public static ICondition shellCloses(BotShell shell) {
        return that("the shell closes", () -> !shell.isOpen());
    }

    /** The control can be used. */
    public static ICondition widgetIsEnabled(BotControl<?> widget) {
        return that(widget + " is enabled", widget::isEnabled);
    }

    /** No work of ours is running and the display has nothing to do. */
    public static ICondition workIsDone() {
        return that("all jobs are done", () -> {
            Ui.run(() -> {
                // lets what is queued run first
            });
            return Job.getJobManager().find(Work.FAMILY).length == 0;
        });
    }

}
