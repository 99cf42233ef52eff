package org.stockwright.security.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Session;

/**
 * How things stand: which book is open, whether it has users, who is signed in and what that user may do. Never changed;
 * another one takes its place.
 *
 * @param work the open book
 * @param users whether it has users
 * @param signedIn who is signed in
 */
record Standing(Optional<UnitOfWork> work, boolean users, Optional<SignedIn> signedIn) {

    /** No book is open. */
    static final Standing CLOSED = new Standing(Optional.empty(), false, Optional.empty());

    /**
     * A user with what the roles give.
     *
     * @param session who
     * @param administrator whether everything is allowed
     * @param permissions what is allowed: the sites where, or nothing for everywhere
     */
    record SignedIn(Session session, boolean administrator, Map<String, Optional<Set<LocationId>>> permissions) {

        SignedIn with(Session other) {
            return new SignedIn(other, administrator, permissions);
        }

    }

    Standing with(Optional<SignedIn> user) {
        return new Standing(work, users, user);
    }

}
