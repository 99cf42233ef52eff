package org.stockwright.cli.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The services of the installed areas; those that need a store come and go with it. Each stays in use until this is
 * closed: a component that nobody uses may be deactivated.
 */
final class Services implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20_000;

    private final BundleContext context;
    private final Map<Class<?>, ServiceTracker<?, ?>> trackers = new HashMap<>();
    private final List<ServiceRegistration<?>> offered = new ArrayList<>();

    Services(BundleContext context) {
        this.context = context;
    }

    /**
     * A service.
     *
     * @throws OutsideException when it does not come in time
     */
    <T> T get(Class<T> type) {
        try {
            T service = type.cast(trackers.computeIfAbsent(type, this::tracker).waitForService(PATIENCE_MILLIS));
            if (service == null) {
                throw new OutsideException("The installation is not complete: no module offers " + type.getName()
                    + ". Install the product again.");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideException("Interrupted while waiting for " + type.getName() + ".");
        }
    }

    private ServiceTracker<?, ?> tracker(Class<?> type) {
        ServiceTracker<?, ?> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        return tracker;
    }

    /** All services of a type that are there now, in the order of their ranking. */
    <T> List<T> all(Class<T> type) {
        ServiceTracker<?, ?> tracker = trackers.computeIfAbsent(type, this::tracker);
        return tracker.getTracked().entrySet().stream().<T>map(entry -> type.cast(entry.getValue()))
            .toList();
    }

    /** Offers a service of this command to all others, until this is closed. */
    <T> void offer(Class<T> type, T service) {
        offered.add(context.registerService(type, service, null));
    }

    /** The version of the product. */
    String version() {
        return context.getBundle().getVersion().toString();
    }

    @Override
    public void close() {
        offered.forEach(ServiceRegistration::unregister);
        offered.clear();
        trackers.values().forEach(ServiceTracker::close);
        trackers.clear();
    }

}
