package org.stockwright.reporting.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.reporting.ReportPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class ReportPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(ReportPermission.RUN, "Run reports",
                "Reports are run, as far as their data may be seen.", false));
    }

}
