package org.stockwright.exchange.internal;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.spi.ImportKind;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeServicesTest {

    private final BundleContext context = FrameworkUtil.getBundle(ImportsComponent.class).getBundleContext();

    private <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            return tracker.waitForService(10_000);
        } finally {
            tracker.close();
        }
    }

    @Test
    void kindsComeAndGoWithTheAreasThatContributeThem() throws InterruptedException {
        Imports imports = service(Imports.class);
        assertThat(imports).isNotNull();
        ServiceRegistration<ImportKind> registration = context.registerService(ImportKind.class, new Articles(), null);
        assertThat(imports.kind("articles")).isPresent();
        registration.unregister();
        assertThat(imports.kind("articles")).isEmpty();
    }

    @Test
    void tablesCanBeWrittenWithoutAStore() throws InterruptedException {
        assertThat(service(Exports.class)).isNotNull();
    }

}
