package org.stockwright.company.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the areas, which come with an opened store. */
final class OpenAreas {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final long LOOK = 100;

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
        return find(type, () -> true)
            .orElseThrow(() -> new IllegalStateException("no bundle offers " + type.getName()));
    }

    /** All services of a type that are there now. */
    <T> List<T> all(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return List.copyOf(tracker.getTracked().values());
        } finally {
            tracker.close();
        }
    }

    /** The service of an area; empty when none comes, at once when the store is not open any more. */
    <T> Optional<T> find(Class<T> type, BooleanSupplier open) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T service = null;
            for (long waited = 0; service == null && waited < PATIENCE_MILLIS && open.getAsBoolean(); waited += LOOK) {
                service = tracker.waitForService(LOOK);
            }
            return Optional.ofNullable(service);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + type.getName(), e);
        } finally {
            tracker.close();
        }
    }

}
