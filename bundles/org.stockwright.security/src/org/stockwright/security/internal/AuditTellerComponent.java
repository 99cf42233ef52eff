package org.stockwright.security.internal;

import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.AuditTeller;

/** Tells in a small unit of work of its own. */
@Component(immediate = true)
public final class AuditTellerComponent implements AuditTeller {

    /** The open store comes and goes; this stays. */
    private final ServiceTracker<UnitOfWork, UnitOfWork> work;

    /** Waits for stores. */
    @Activate
    public AuditTellerComponent(BundleContext context) {
        work = new ServiceTracker<>(context, UnitOfWork.class, null);
        work.open();
    }

    @Deactivate
    public void stop() {
        work.close();
    }

    @Override
    public Outcome<String> tell(String action, String subject, String key, Map<String, String> details) {
        UnitOfWork open = work.getService();
        if (open == null) {
            return Outcome.done(key);
        }
        return open.write(transaction -> {
            transaction.tell(action, subject, key, details);
            return Outcome.done(key);
        });
    }

}
