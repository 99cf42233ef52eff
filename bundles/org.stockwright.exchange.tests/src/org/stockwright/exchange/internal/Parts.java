package org.stockwright.exchange.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Contributions;

/** The framework's own guard of contributions. */
final class Parts {

    private Parts() {
        // only a function
    }

    static Contributions service() {
        BundleContext context = FrameworkUtil.getBundle(Parts.class).getBundleContext();
        return context.getService(context.getServiceReference(Contributions.class));
    }

}
