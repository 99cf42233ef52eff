package org.stockwright.reliability;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.persistence.Stores;

/** The framework's services while no book is open. */
final class FreeWorld {

    private static final long PATIENCE_MILLIS = 20_000;

    private FreeWorld() {
    }

    /** The service that opens stores. */
    static Stores stores() {
        BundleContext context = FrameworkUtil.getBundle(FreeWorld.class).getBundleContext();
        ServiceTracker<Stores, Stores> tracker = new ServiceTracker<>(context, Stores.class, null);
        tracker.open();
        try {
            Stores stores = tracker.waitForService(PATIENCE_MILLIS);
            if (stores == null) {
                throw new IllegalStateException("no service that opens stores");
            }
            return stores;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }

}
