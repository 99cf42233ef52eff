package org.stockwright.exchange.ui.internal;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.wizard.WizardPage;
import org.stockwright.base.Progress;
import org.stockwright.base.Progress.Cancelled;
import org.stockwright.ui.MonitorProgress;

/** A page of the import wizard: long steps run beside the user interface with the wizard's own bar and cancel. */
abstract class ImportPage extends WizardPage {

    /**
     * A step that can last.
     *
     * @param <T> what it yields
     */
    interface Step<T> {

        /** Runs in a job. */
        T run(Progress progress) throws IOException;

    }

    private final ImportModel model;

    ImportPage(String name, ImportModel model) {
        super(name);
        this.model = model;
    }

    /** What the wizard knows. */
    final ImportModel model() {
        return model;
    }

    /** Runs a step and waits for it while the window stays alive; empty when it was cancelled or failed. */
    final <T> Optional<T> run(String name, Step<T> step) {
        AtomicReference<T> value = new AtomicReference<>();
        try {
            getContainer().run(true, true, monitor -> {
                monitor.setTaskName(name);
                try {
                    value.set(step.run(new MonitorProgress(monitor)));
                } catch (Cancelled e) {
                    throw new InterruptedException();
                } catch (IOException | RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            ILog.of(ImportPage.class).error(name, cause);
            setErrorMessage(Messages.bind(Messages.Import_stepFailed, name, cause.getMessage()));
        } catch (InterruptedException e) {
            // the user cancelled: the page stays as it was
            return Optional.empty();
        }
        return Optional.ofNullable(value.get());
    }

}
