package org.stockwright.persistence.internal;

import java.util.Arrays;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;

/** Counts the Derby engines of the framework. A second one in this process would make the first one's lock void. */
final class EngineCount {

    private static final String PACKAGE = "org.apache.derby.jdbc";

    private EngineCount() {
        // only a function
    }

    /** How many bundles bring Derby's engine. */
    static long in(BundleContext context) {
        return Arrays.stream(context.getBundles()).filter(EngineCount::hasEngine).count();
    }

    private static boolean hasEngine(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream()
            .anyMatch(exported -> PACKAGE.equals(
                exported.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE)));
    }

}
