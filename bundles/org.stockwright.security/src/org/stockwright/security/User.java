package org.stockwright.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who may sign in to the book.
 *
 * @param name the name to sign in with, which postings record; it never changes
 * @param displayName what a person is called
 * @param active whether the user may sign in; a user who has posted is never deleted, only locked
 * @param waitsUntil until when no password is accepted, after too many wrong ones
 * @param wrongTries how many wrong passwords were given since the last right one
 * @param passwordDue whether the password was set by somebody else, so that the user should be asked for a new one
 * @param passwordChanged when the password was last set
 * @param lastSignIn when the user last signed in, if ever
 * @param roles what the user may do, by name
 * @param version what {@link Users#save} compares
 */
public record User(String name, String displayName, boolean active, Optional<Instant> waitsUntil, int wrongTries,
    boolean passwordDue, Instant passwordChanged, Optional<Instant> lastSignIn, List<Grant> roles, long version) {

    /** Keeps a copy. */
    public User {
        roles = List.copyOf(roles);
    }

    /**
     * A role that the user has.
     *
     * @param role which
     * @param name what the role is called
     * @param administrator whether it is the role that allows everything
     * @param grantedBy who gave it
     * @param grantedAt when
     */
    public record Grant(RoleId role, String name, boolean administrator, String grantedBy, Instant grantedAt) {
    }

    /** Whether one of the roles allows everything. */
    public boolean isAdministrator() {
        return roles.stream().anyMatch(Grant::administrator);
    }

}
