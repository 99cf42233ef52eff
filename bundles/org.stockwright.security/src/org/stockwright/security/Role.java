package org.stockwright.security;

import java.util.Set;

import org.stockwright.base.LocationId;

/**
 * A named set of permissions that is given to users.
 *
 * @param id its identity
 * @param name what people call it, unique
 * @param description what it is for
 * @param administrator whether it is the one role that allows everything everywhere, also what modules bring later; it
 *        cannot be changed or deleted
 * @param permissions ids of permissions, also those of modules that are not installed now; for the administrator's role
 *        all that are known
 * @param sites places with all their parts, to which those permissions are limited that can be; empty: everywhere
 * @param users how many users have it
 * @param version what {@link Roles#save} and {@link Roles#delete} compare
 */
public record Role(RoleId id, String name, String description, boolean administrator, Set<String> permissions,
    Set<LocationId> sites, int users, long version) {

    /** Keeps copies. */
    public Role {
        permissions = Set.copyOf(permissions);
        sites = Set.copyOf(sites);
    }

}
