package org.stockwright.catalog.internal;

import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.security.Permission;
import org.stockwright.security.spi.PermissionSource;

/** What roles are made of, in the words of a person. */
@Component
public final class CatalogPermissions implements PermissionSource {

    @Override
    public List<Permission> permissions() {
        return List.of(
            new Permission(CatalogPermission.VIEW, "See master data",
                "Items, units, partners and their terms are shown.", false),
            new Permission(CatalogPermission.EDIT, "Change master data",
                "Items, units, partners and their terms are made, changed, locked and imported.", false),
            new Permission(CatalogPermission.COMPANY, "Change the company",
                "The company's name, currency and time zone are changed.", false));
    }

}
