package org.stockwright.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/**
 * The users of the open book; changes take effect at once, in every program that has the book open. On a book without
 * users everybody may call this: the first user that is added becomes its administrator, and from then on nothing is
 * done without signing in. The service exists while a book is open. Thread-safe, never called on the user interface's
 * thread.
 *
 * <p>Only an administrator changes an administrator or gives and takes the administrator's role
 * ({@code ADMINISTRATORS_ONLY}); whoever is none cannot give roles to himself ({@code OWN_ROLE}); the last administrator
 * who can sign in stays one ({@code LAST_ADMINISTRATOR}). A name that nobody has is refused with {@code UNKNOWN_USER}.
 *
 * <p>Every {@code char[]} that is handed over is overwritten before the method returns, whatever becomes of it.
 */
@ProviderType
@Requires(SecurityPermission.USERS)
public interface Users {

    /** All users by name, locked ones too. */
    List<User> list();

    /** The user with this name; case does not matter. */
    Optional<User> byName(String name);

    /** The roles that can be given, by name; on a book without users the ready-made ones are not there yet. */
    List<Role> roles();

    /**
     * Adds a user. The first one of a book becomes administrator whatever the roles say, and the ready-made roles are
     * made with him; sign in as that user next. The password of any later user is due to be changed: the
     * workbench asks for a new one at the first sign-in.
     *
     * <p>Refuses with {@code USER_NAME_INVALID}, {@code USER_EXISTS}, {@code UNKNOWN_ROLE}, {@code TEXT_TOO_LONG}, and a
     * password as {@link Sessions#changePassword} does.
     *
     * @param name letters, digits and {@code . _ - @}, at most 64 characters; unique whatever the case
     * @param displayName what a person is called; empty: the name
     */
    Outcome<User> add(String name, String displayName, char[] password, Set<RoleId> roles);

    /**
     * Stores a user's display name.
     *
     * @param version the version of the user that was read; another one is refused with {@code CHANGED_MEANWHILE}
     */
    Outcome<User> save(String name, String displayName, long version);

    /** Lets a user sign in no more; a session that runs elsewhere ends. */
    Outcome<User> lock(String name);

    /** Lets a user sign in again, and at once if wrong passwords made him wait. */
    Outcome<User> unlock(String name);

    /** Sets a new password, which is due to be changed by its user; ends the wait after wrong ones. */
    Outcome<User> resetPassword(String name, char[] password);

    /** Gives a role; nothing happens when the user has it. */
    Outcome<User> grant(String name, RoleId role);

    /** Takes a role away; nothing happens when the user has it not. */
    Outcome<User> withdraw(String name, RoleId role);

}
