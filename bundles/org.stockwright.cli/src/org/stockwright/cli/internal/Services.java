package org.stockwright.cli.internal;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the installed areas; those that need a store come and go with it. */
final class Services {

    private static final long PATIENCE_MILLIS = 20_000;

    private final BundleContext context;

    Services(BundleContext context) {
        this.context = context;
    }

    /**
     * A service.
     *
     * @throws OutsideException when it does not come in time
     */
    <T> T get(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new OutsideException("The installation is not complete: no module offers " + type.getName()
                    + ". Install the product again.");
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutsideException("Interrupted while waiting for " + type.getName() + ".");
        } finally {
            tracker.close();
        }
    }

    /** The version of the product. */
    String version() {
        return context.getBundle().getVersion().toString();
    }

}
