package org.stockwright.ledger.ui.internal;

import java.time.ZoneId;
import java.util.Set;
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
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;

/**
 * The time zone of the company whose book is open, read in a job and kept, so that the user interface can ask at any time
 * and never waits for the database. Thread-safe.
 */
@Component(service = CompanyZone.class, immediate = true)
public final class CompanyZone {

    private final ServiceRegistration<ChangeListener> registration;
    private final AtomicReference<CompanyProfiles> profiles = new AtomicReference<>();
    private final Job reader = Job.create(Messages.Zone_read, (IProgressMonitor monitor) -> read());
    private volatile ZoneId zone = ZoneId.systemDefault();

    /** Begins to follow the open book. */
    @Activate
    public CompanyZone(BundleContext context) {
        reader.setSystem(true);
        // Not as a component's service: the stores, which the profiles need, ask for all listeners.
        ChangeListener listener = this::changed;
        registration = context.registerService(ChangeListener.class, listener, null);
    }

    /** The book is open while this service is there. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void addProfiles(CompanyProfiles service) {
        profiles.set(service);
        reader.schedule();
    }

    /** The book was closed. */
    void removeProfiles(CompanyProfiles service) {
        if (profiles.compareAndSet(service, null)) {
            zone = ZoneId.systemDefault();
        }
    }

    @Deactivate
    void stop() {
        registration.unregister();
        reader.cancel();
    }

    private void changed(Set<Topic> topics) {
        if (topics.contains(Topic.SETTINGS)) {
            reader.schedule();
        }
    }

    private IStatus read() {
        CompanyProfiles service = profiles.get();
        if (service == null) {
            return Status.OK_STATUS;
        }
        try {
            ZoneId found = service.current().map(CompanyProfile::zone).orElseGet(ZoneId::systemDefault);
            if (profiles.get() == service) {
                zone = found;
            }
        } catch (BookClosed e) {
            return Status.CANCEL_STATUS;
        } catch (RuntimeException e) {
            // The database is away: the zone stays, and is read when it is told to be back.
            ILog.of(CompanyZone.class).warn(Messages.Zone_read, e);
        }
        return Status.OK_STATUS;
    }

    /** The company's zone as it was read last, or the machine's while no book is open. */
    ZoneId zone() {
        return zone;
    }

}
