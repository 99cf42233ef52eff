package org.stockwright.security;

import java.time.Instant;

/**
 * Somebody who is signed in to this program.
 *
 * @param user the user's name, as postings record it
 * @param displayName what a person is called
 * @param since when the user signed in
 * @param locked whether the screen is locked: jobs go on, nothing is shown until the password is given again
 * @param passwordDue whether the password was set by somebody else, so that the user should be asked for a new one
 */
public record Session(String user, String displayName, Instant since, boolean locked, boolean passwordDue) {
}
