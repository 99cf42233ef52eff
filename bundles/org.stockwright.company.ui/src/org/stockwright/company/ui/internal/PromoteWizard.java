package org.stockwright.company.ui.internal;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IWorkbenchWindow;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.company.CopiedBook;
import org.stockwright.ui.MonitorProgress;

/** Asks for the server, copies the book with progress, and shows the proof; the copy can be opened then. */
final class PromoteWizard extends Wizard {

    private final IWorkbenchWindow window;
    private final Companies companies;
    private final Books books;
    private final PromotePage page = new PromotePage();
    private final ProofPage proof = new ProofPage();
    private Optional<CopiedBook> copy = Optional.empty();

    PromoteWizard(IWorkbenchWindow window, Companies companies, Books books) {
        this.window = window;
        this.companies = companies;
        this.books = books;
        setWindowTitle(Messages.Promote_title);
        setNeedsProgressMonitor(true);
        addPage(page);
        addPage(proof);
    }

    /** The proof comes by copying, not by going on. */
    @Override
    public IWizardPage getNextPage(IWizardPage from) {
        return null;
    }

    @Override
    public boolean canFinish() {
        return copy.isPresent() || page.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        if (copy.isPresent()) {
            if (proof.opensCopy()) {
                String location = copy.get().location();
                window.getShell().getDisplay().asyncExec(() -> books.open(window, location));
            }
            return true;
        }
        copy();
        return false;
    }

    private void copy() {
        String url = page.address().url();
        AtomicReference<Outcome<CopiedBook>> outcome = new AtomicReference<>();
        page.setErrorMessage(null);
        try {
            getContainer().run(true, true, monitor -> {
                try {
                    outcome.set(books.forgetWrong(url, companies.promote(url, new MonitorProgress(monitor))));
                } catch (Progress.Cancelled e) {
                    throw new InterruptedException();
                } catch (RuntimeException e) {
                    throw new InvocationTargetException(e);
                }
            });
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            ILog.of(PromoteWizard.class).error(Messages.Promote_title, cause);
            page.setErrorMessage(Messages.bind(Messages.Promote_failed, cause.getMessage()));
            return;
        } catch (InterruptedException e) {
            page.setErrorMessage(Messages.Promote_cancelled);
            return;
        }
        Outcome<CopiedBook> done = outcome.get();
        if (done.isDone()) {
            copy = Optional.of(done.value());
            proof.show(done.value());
            getContainer().showPage(proof);
        } else {
            page.refused(done.refusals());
        }
    }

}
