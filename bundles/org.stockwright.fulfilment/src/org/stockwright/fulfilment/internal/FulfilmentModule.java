package org.stockwright.fulfilment.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;

/** What fulfilment brings to the store. */
@Component
public final class FulfilmentModule implements ModuleContribution {

    private static final List<String> SCRIPTS = List.of("0001-fulfilment.sql", "0002-shipping.sql",
        "0003-channels.sql", "0012-shipping-append-only.derby.sql", "0012-shipping-append-only.postgresql.sql",
        "0013-channels-append-only.derby.sql", "0013-channels-append-only.postgresql.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.fulfilment";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Fulfilment";
    }

    @Override
    public String feature() {
        return "org.stockwright.core.feature";
    }

    @Override
    public boolean isIndispensable() {
        return true;
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<URL> migrations() {
        return Scripts.of(FulfilmentModule.class, SCRIPTS);
    }

}
