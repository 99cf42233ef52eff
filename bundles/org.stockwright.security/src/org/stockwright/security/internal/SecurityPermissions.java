package org.stockwright.security.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.security.Permission;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class SecurityPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(SecurityPermission.COSTS, "See costs",
                "Costs, prices and values are shown, in views, reports and exports.", false),
            new Permission(SecurityPermission.USERS, "Manage users",
                "Users are made, changed, locked and given roles.", false),
            new Permission(SecurityPermission.ROLES, "Manage roles",
                "Roles are made and changed.", false),
            new Permission(SecurityPermission.AUDIT, "See the audit trail",
                "Who did what when is shown.", false));
    }

}
