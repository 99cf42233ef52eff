package org.stockwright.valuation.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;

/** What valuation brings to the store. */
@Component
public final class ValuationModule implements ModuleContribution {

    /** The scripts of /migrations; a script that was released is never edited, a new one is added at the end. */
    private static final List<String> SCRIPTS = List.of("0001-valuation.sql", "0002-append-only.derby.sql",
        "0002-append-only.postgresql.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.valuation";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Valuation";
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
        return Scripts.of(ValuationModule.class, SCRIPTS);
    }

}
