package org.stockwright.security.internal;

import java.util.List;

import org.stockwright.security.Permission;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.spi.PermissionSource;

/** A module for cranes, with roles of its own. */
record Cranes(List<RoleDraft> readyMadeRoles) implements PermissionSource {

    static Cranes with(RoleDraft... roles) {
        return new Cranes(List.of(roles));
    }

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission("cranes.drive", "Drive cranes", "Drives.", true));
    }

}
