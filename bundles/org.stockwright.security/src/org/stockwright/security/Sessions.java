package org.stockwright.security;

import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;

/**
 * Who is signed in to this program: at most one user at a time. Always present, whether a book is open or not; a
 * session ends when its book is closed. Thread-safe. {@link #hasUsers()}, {@link #current()}, {@link #lock()} and
 * {@link #signOut()} answer from memory; what takes a password computes for a tenth of a second and asks the database, so
 * it is never called on the user interface's thread.
 *
 * <p>Whoever signs in or out, locks or unlocks is told to every {@link org.stockwright.base.ChangeListener} with the
 * topic {@code ACCESS}, like changes of users and roles.
 *
 * <p>Every {@code char[]} that is handed over is overwritten before the method returns, whatever becomes of it.
 */
@ProviderType
public interface Sessions {

    /**
     * Whether the open book has users, so that somebody has to sign in before anything else is possible; false while no
     * book is open.
     */
    boolean hasUsers();

    /**
     * Signs a user in, in place of whoever was. Takes at least a tenth of a second, for unknown names too.
     *
     * <p>Refuses with {@code WRONG_PASSWORD} (the name or the password), {@code TOO_MANY_TRIES} (with the instant until
     * which no password is accepted; ten wrong ones cost a minute, each further one twice as long),
     * {@code USER_LOCKED}, and {@code NO_BOOK} when none is open.
     */
    Outcome<Session> signIn(String user, char[] password);

    /** Ends the session, if there is one. */
    void signOut();

    /** Locks the session until {@link #unlock}: what runs goes on. Nothing happens when nobody is signed in. */
    void lock();

    /** Unlocks the session with its user's password; refuses as {@link #signIn} does. */
    Outcome<Session> unlock(char[] password);

    /** The session, locked or not. */
    Optional<Session> current();

    /**
     * Changes the password of whoever is signed in. A wrong old password counts like one at {@link #signIn}.
     *
     * <p>Refuses a new one with {@code PASSWORD_TOO_SHORT}, {@code PASSWORD_TOO_LONG}, {@code PASSWORD_HAS_NAME},
     * {@code PASSWORD_COMMON} or {@code PASSWORD_NOT_NEW}.
     */
    Outcome<Session> changePassword(char[] old, char[] fresh);

}
