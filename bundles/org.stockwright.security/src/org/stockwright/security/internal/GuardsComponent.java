package org.stockwright.security.internal;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.BookClosed;
import org.stockwright.security.Access;
import org.stockwright.security.spi.Guarded;

/** Offers the services of guarded components behind the check of permissions, in the name of their own bundles. */
@Component(service = {}, immediate = true)
public final class GuardsComponent implements ServiceTrackerCustomizer<Guarded, List<ServiceRegistration<?>>> {

    private static final Logger LOG = LoggerFactory.getLogger(GuardsComponent.class);

    private final BundleContext context;
    private final Access access;
    private final ServiceTracker<Guarded, List<ServiceRegistration<?>>> tracker;

    /** Begins to guard what is there and what comes. */
    @Activate
    public GuardsComponent(BundleContext context, @Reference Access access) {
        this.context = context;
        this.access = access;
        this.tracker = new ServiceTracker<>(context, Guarded.class, this);
        tracker.open();
    }

    @Deactivate
    public void stop() {
        tracker.close();
    }

    @Override
    public List<ServiceRegistration<?>> addingService(ServiceReference<Guarded> reference) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        for (String name : names(reference)) {
            try {
                Class<?> type = reference.getBundle().loadClass(name);
                registrations.add(reference.getBundle().getBundleContext().registerService(name,
                    Guard.of(() -> component(reference), type, access), new Hashtable<>()));
            } catch (ClassNotFoundException | IllegalArgumentException e) {
                LOG.error("{} cannot be offered by {}", name, reference.getBundle(), e);
            }
        }
        return registrations;
    }

    /** Asked for when it is first called: its activation may be what is going on just now. */
    private Guarded component(ServiceReference<Guarded> reference) {
        Guarded component = context.getService(reference);
        if (component == null) {
            throw new BookClosed("The service has ended: " + reference);
        }
        return component;
    }

    private static List<String> names(ServiceReference<Guarded> reference) {
        return switch (reference.getProperty(Guarded.SERVICES)) {
            case String name -> List.of(name);
            case String[] names -> List.of(names);
            case null, default -> List.of();
        };
    }

    @Override
    public void modifiedService(ServiceReference<Guarded> reference, List<ServiceRegistration<?>> registrations) {
        // what a component implements does not change
    }

    @Override
    public void removedService(ServiceReference<Guarded> reference, List<ServiceRegistration<?>> registrations) {
        for (ServiceRegistration<?> registration : registrations) {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                LOG.debug("Its bundle has taken it back already", e);
            }
        }
        context.ungetService(reference);
    }

}
