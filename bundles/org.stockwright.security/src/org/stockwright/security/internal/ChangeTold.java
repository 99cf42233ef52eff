package org.stockwright.security.internal;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener;

/** Tells everybody who listens, on a thread of its own, that who is signed in here or what that user may do is different. */
final class ChangeTold implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeTold.class);

    private final BundleContext context;
    private final ChangeListener own;
    private final ExecutorService thread = Executors
        .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("Stockwright access").factory());

    /** Tells all but this one. */
    ChangeTold(BundleContext context, ChangeListener own) {
        this.context = context;
        this.own = own;
    }

    /** Tells, soon. */
    void tell() {
        thread.execute(this::tellAll);
    }

    private void tellAll() {
        for (ServiceReference<ChangeListener> reference : references()) {
            ChangeListener listener = context.getService(reference);
            try {
                if (listener != null && listener != own) {
                    listener.changed(Set.of(ChangeListener.Topic.ACCESS));
                }
            } catch (RuntimeException e) {
                LOG.error("A listener failed: {}", listener.getClass().getName(), e);
            } finally {
                context.ungetService(reference);
            }
        }
    }

    private Collection<ServiceReference<ChangeListener>> references() {
        try {
            return context.getServiceReferences(ChangeListener.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("There is no filter", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }

}
