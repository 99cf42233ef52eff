package org.stockwright.company.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stockwright.base.BookClosed;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.company.Companies;
import org.stockwright.company.Company;
import org.stockwright.company.SavedTexts;

/** What the workbench shows of the open book, read in a job and kept, so that the status line can ask at any time. */
@Component(service = BookState.class)
public final class BookState {

    private final Companies companies;
    private final ServiceRegistration<ChangeListener> registration;
    private final AtomicReference<SavedTexts> texts = new AtomicReference<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Job reader = Job.create(Messages.BookState_job, (IProgressMonitor monitor) -> read());
    private volatile Optional<Company> company = Optional.empty();
    private volatile Optional<LastProof> proof = Optional.empty();

    @Activate
    public BookState(@Reference Companies companies, BundleContext context) {
        this.companies = companies;
        reader.setSystem(true);
        // Not as a component's service: the stores, which the companies need, ask for all listeners.
        ChangeListener listener = this::changed;
        registration = context.registerService(ChangeListener.class, listener, null);
    }

    /** The book is open while this service is there. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addTexts(SavedTexts service) {
        texts.set(service);
        reader.schedule();
    }

    /** The book was closed. */
    void removeTexts(SavedTexts service) {
        if (texts.compareAndSet(service, null)) {
            company = Optional.empty();
            proof = Optional.empty();
            tell();
        }
    }

    @Deactivate
    void stop() {
        registration.unregister();
        reader.cancel();
    }

    private void changed(Set<Topic> topics) {
        if (topics.contains(Topic.SETTINGS) || topics.contains(Topic.UPKEEP)) {
            reader.schedule();
        }
    }

    private IStatus read() {
        SavedTexts service = texts.get();
        if (service == null) {
            return Status.OK_STATUS;
        }
        try {
            Optional<Company> found = companies.current();
            Optional<LastProof> last = found.isEmpty() ? Optional.empty() : LastProof.find(service);
            if (texts.get() == service) {
                company = found;
                proof = last;
                tell();
            }
        } catch (BookClosed e) {
            // what goes away has told already
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            // The database is away: what was known stays until it is told to be back. An error would open a dialog.
            ILog.of(BookState.class).warn(Messages.BookState_job, e);
        }
        return Status.OK_STATUS;
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** The company whose book is open, as it was read last. */
    Optional<Company> company() {
        return company;
    }

    /** What the last verification of this book found. */
    Optional<LastProof> proof() {
        return proof;
    }

    /** Runs, on any thread, when something is different. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** No longer. */
    void forget(Runnable listener) {
        listeners.remove(listener);
    }

}
