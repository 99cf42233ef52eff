package org.stockwright.company.internal;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the areas, which come with an opened store. */
final class OpenAreas {

    private static final long PATIENCE_MILLIS = 30_000;

    private final BundleContext context;

    OpenAreas(BundleContext context) {
        this.context = context;
    }

    /**
     * The service of an area.
     *
     * @throws IllegalStateException when no installed bundle offers it while a store is open
     */
    <T> T get(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new IllegalStateException("no bundle offers " + type.getName());
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + type.getName(), e);
        } finally {
            tracker.close();
        }
    }

}
