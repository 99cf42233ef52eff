package org.stockwright.security.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;

/** Lets users in by their passwords. One try at a time: whoever guesses here gets no more by asking from many threads. */
@Component(immediate = true)
public final class SessionsComponent implements Sessions {

    /** No answer to a password comes sooner, so that the time tells nothing about why. */
    static final long LEAST_MILLIS = 120;

    private static final Logger LOG = LoggerFactory.getLogger(SessionsComponent.class);

    private final AccessComponent access;

    @Activate
    public SessionsComponent(@Reference AccessComponent access) {
        this.access = access;
    }

    @Override
    public boolean hasUsers() {
        return access.standing().users();
    }

    @Override
    public Optional<Session> current() {
        return access.standing().signedIn().map(Standing.SignedIn::session);
    }

    @Override
    public Outcome<Session> signIn(String user, char[] password) {
        return slowly(() -> {
            Optional<UnitOfWork> work = access.standing().work();
            if (work.isEmpty()) {
                return Outcome.refused(Refusal.of(SecurityRefusal.NO_BOOK).hint("Open a company first."));
            }
            return SignIns.check(work.get(), user, password)
                .then(account -> SignIns.right(work.get(), account, password, true).then(now -> {
                    access.begin(account.name(), now);
                    return session();
                }));
        }, password);
    }

    /** The session that was begun, unless its user was locked in the same moment. */
    private Outcome<Session> session() {
        return current().map(Outcome::done).orElseGet(SessionsComponent::notSignedIn);
    }

    private static Outcome<Session> notSignedIn() {
        return Outcome.refused(Refusal.of(SecurityRefusal.NOT_SIGNED_IN).hint("Sign in first."));
    }

    @Override
    public void signOut() {
        Standing before = access.standing();
        access.end();
        if (before.signedIn().isPresent() && before.work().isPresent()) {
            String user = before.signedIn().get().session().user();
            Thread.ofVirtual().start(() -> tellSignedOut(before.work().get(), user));
        }
    }

    private static void tellSignedOut(UnitOfWork work, String user) {
        try {
            work.write(transaction -> {
                transaction.tell(AuditAction.SIGNED_OUT, "user", user, Map.of());
                return Outcome.done(user);
            });
        } catch (StoreException | IllegalStateException e) {
            LOG.info("The book was closed before the end of a session could be told in it", e);
        }
    }

    @Override
    public void lock() {
        access.locked(true);
    }

    @Override
    public Outcome<Session> unlock(char[] password) {
        return slowly(() -> withPassword(password, (work, account) -> {
            access.locked(false);
            return session();
        }), password);
    }

    @Override
    public Outcome<Session> changePassword(char[] old, char[] fresh) {
        return slowly(() -> withPassword(old, (work, account) -> {
            if (Arrays.equals(old, fresh)) {
                return Outcome.refused(Refusal.of(SecurityRefusal.PASSWORD_NOT_NEW).hint("Take another one."));
            }
            Optional<Refusal> refusal = PasswordRules.refusal(account.name(), fresh);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            PasswordHash hash = PasswordHash.of(fresh);
            Outcome<Long> stored = work.write(transaction -> {
                SignIns.setPassword(transaction, account.id(), hash, false);
                transaction.changes(Topic.ACCESS);
                return Outcome.done(Long.valueOf(account.id()));
            });
            return stored.then(id -> {
                access.refresh();
                return session();
            });
        }), old, fresh);
    }

    /** What is done when the password of whoever is signed in was right. */
    private interface Step {

        Outcome<Session> with(UnitOfWork work, SignIns.Account account);

    }

    private Outcome<Session> withPassword(char[] password, Step step) {
        Standing now = access.standing();
        if (now.work().isEmpty() || now.signedIn().isEmpty()) {
            return notSignedIn();
        }
        UnitOfWork work = now.work().get();
        return SignIns.check(work, now.signedIn().get().session().user(), password)
            .then(account -> SignIns.right(work, account, password, false).then(at -> step.with(work, account)));
    }

    private synchronized Outcome<Session> slowly(Supplier<Outcome<Session>> tried, char[]... passwords) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAST_MILLIS);
        try {
            return tried.get();
        } finally {
            for (char[] password : passwords) {
                Arrays.fill(password, '\0');
            }
            await(until);
        }
    }

    private static void await(long until) {
        boolean interrupted = false;
        long left = until - System.nanoTime();
        while (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = until - System.nanoTime();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

}
