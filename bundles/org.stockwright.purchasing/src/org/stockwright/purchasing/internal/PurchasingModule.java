package org.stockwright.purchasing.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;

/** What purchasing brings to the store. */
@Component
public final class PurchasingModule implements ModuleContribution {

    private static final List<String> SCRIPTS = List.of("0001-purchasing.sql", "0002-receiving.sql",
        "0003-approvals.derby.sql", "0003-approvals.postgresql.sql", "0012-receiving-append-only.derby.sql",
        "0012-receiving-append-only.postgresql.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.purchasing";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Purchasing";
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
        return Scripts.of(PurchasingModule.class, SCRIPTS);
    }

}
