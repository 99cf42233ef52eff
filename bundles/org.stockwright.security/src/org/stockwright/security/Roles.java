package org.stockwright.security;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/**
 * The roles of the open book; they take effect at once, in every program that has the book open. The service exists
 * while a book is open. Thread-safe, never called on the user interface's thread.
 */
@ProviderType
@Requires(SecurityPermission.ROLES)
public interface Roles {

    /** All roles by name; none on a book that never had a user. */
    List<Role> list();

    /** The role with this name; case does not matter. */
    Optional<Role> byName(String name);

    /** The permissions that roles can be made of: those of all installed modules, by id. */
    List<Permission> permissions();

    /**
     * Stores a role, new or changed. Whoever is no administrator cannot change a role that he has himself.
     *
     * <p>Refuses with {@code ROLE_NAME_EMPTY}, {@code ROLE_EXISTS}, {@code UNKNOWN_ROLE}, {@code UNKNOWN_PERMISSION},
     * {@code UNKNOWN_SITE}, {@code ROLE_IS_FIXED}, {@code OWN_ROLE}, {@code CHANGED_MEANWHILE} or {@code TEXT_TOO_LONG}.
     */
    Outcome<Role> save(RoleDraft draft);

    /**
     * Deletes a role that no user has.
     *
     * <p>Refuses with {@code ROLE_IN_USE}, {@code ROLE_IS_FIXED}, {@code UNKNOWN_ROLE} or {@code CHANGED_MEANWHILE}.
     */
    Outcome<Role> delete(RoleId id, long version);

}
