package org.stockwright.valuation.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.stockwright.base.BookClosed;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Progress.Cancelled;
import org.stockwright.security.AccessDenied;
import org.stockwright.ui.MonitorProgress;
import org.stockwright.ui.Notices;

/** A step of a wizard that can last: it runs beside the user interface with the wizard's own bar and cancel. */
public final class WizardStep {

    private WizardStep() {
    }

    /**
     * Runs a step and waits for it while the window stays alive. What was refused or failed is shown on the page.
     *
     * @return empty when it was refused, cancelled or failed
     */
    public static <T> Optional<T> run(IRunnableContext context, WizardPage page, String name,
        Function<Progress, Outcome<T>> step) {
        AtomicReference<Outcome<T>> outcome = new AtomicReference<>();
        page.setErrorMessage(null);
        try {
            context.run(true, true, monitor -> {
                monitor.setTaskName(name);
                try {
                    outcome.set(step.apply(new MonitorProgress(monitor)));
                } catch (AccessDenied e) {
                    outcome.set(Outcome.refused(e.refusal()));
                } catch (Cancelled | BookClosed e) {
                    throw new InterruptedException();
                } catch (RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            ILog.of(WizardStep.class).error(name, e.getCause());
            page.setErrorMessage(NLS.bind(Messages.Wizard_failed, name));
            return Optional.empty();
        } catch (InterruptedException e) {
            page.setErrorMessage(NLS.bind(Messages.Wizard_cancelled, name));
            return Optional.empty();
        }
        if (!outcome.get().isDone()) {
            page.setErrorMessage(Notices.text(outcome.get().refusals()));
            return Optional.empty();
        }
        return Optional.of(outcome.get().value());
    }

}
