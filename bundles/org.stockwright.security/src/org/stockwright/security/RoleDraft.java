package org.stockwright.security;

import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;

/**
 * What a role shall be.
 *
 * @param id the role to change; empty for a new one
 * @param version the version of the role that was read; 0 for a new one
 * @param name what people call it, unique, at most 100 characters
 * @param description what it is for, at most 400 characters
 * @param permissions ids of permissions; one that no installed module knows can be kept, but not added
 * @param sites places with all their parts, to which those permissions are limited that can be; empty: everywhere
 */
public record RoleDraft(Optional<RoleId> id, long version, String name, String description, Set<String> permissions,
    Set<LocationId> sites) {

    /** Keeps copies. */
    public RoleDraft {
        permissions = Set.copyOf(permissions);
        sites = Set.copyOf(sites);
    }

    /** A new role. */
    public static RoleDraft of(String name, String description, Set<String> permissions, Set<LocationId> sites) {
        return new RoleDraft(Optional.empty(), 0, name, description, permissions, sites);
    }

    /** A role as it is, to be changed. */
    public static RoleDraft of(Role role) {
        return new RoleDraft(Optional.of(role.id()), role.version(), role.name(), role.description(),
            role.permissions(), role.sites());
    }

}
