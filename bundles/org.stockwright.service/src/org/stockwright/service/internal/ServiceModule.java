package org.stockwright.service.internal;

import java.net.URL;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.InstalledModule.OwnedKind;
import org.stockwright.persistence.InstalledModule.Subject;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.Scripts;
import org.stockwright.service.ServicePermission;

/** What service inventory brings to the store. */
@Component
public final class ServiceModule implements ModuleContribution {

    private static final List<String> SCRIPTS = List.of("0001-service.sql", "0002-work.sql", "0003-letters.sql",
        "0004-service-rules.sql", "0005-capacity.sql", "0012-work-append-only.derby.sql",
        "0012-work-append-only.postgresql.sql", "0013-letters-append-only.derby.sql",
        "0013-letters-append-only.postgresql.sql", "0014-rules-append-only.derby.sql",
        "0014-rules-append-only.postgresql.sql");

    @Override
    public String moduleId() {
        return "org.stockwright.service";
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public String title() {
        return "Service inventory";
    }

    @Override
    public String feature() {
        return "org.stockwright.service.feature";
    }

    @Override
    public List<OwnedKind> documents() {
        return List.of(new OwnedKind("service-preparation", "Preparation", ServicePermission.VIEW, true),
            new OwnedKind("service-case", "Service case", ServicePermission.VIEW, true),
            new OwnedKind("service-booking", "Booking", ServicePermission.VIEW, false));
    }

    /** Stored units are made, taken and written off by their own documents, which keep to validity and versions. */
    @Override
    public List<Guard> guards() {
        return List.of(new Guard(Subject.ITEM, "service_template", "stored_item_id"));
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<URL> migrations() {
        return Scripts.of(ServiceModule.class, SCRIPTS);
    }

}
