package org.stockwright.company.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.company.CompanyPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class CompanyPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(CompanyPermission.BACKUP, "Make backups",
                "A copy of the whole book is written to a file.", false),
            new Permission(CompanyPermission.PROMOTE, "Copy the book to a server",
                "The whole book is copied into a server's database.", false),
            new Permission(CompanyPermission.SHARE, "Share views",
                "Views, filters and mappings are stored for everybody.", false));
    }

}
