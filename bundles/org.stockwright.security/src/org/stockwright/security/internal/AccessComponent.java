package org.stockwright.security.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.persistence.spi.ActingUser;
import org.stockwright.security.Access;
import org.stockwright.security.Permission;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Session;

/**
 * Holds how things stand and answers from it. It is told of a book before anybody can use the book, so that there is no
 * moment in which a book with users is open to everybody.
 */
@Component(service = { Access.class, ActingUser.class, AccessComponent.class }, immediate = true)
public final class AccessComponent implements Access, ActingUser {

    private static final Logger LOG = LoggerFactory.getLogger(AccessComponent.class);

    private final PermissionCatalog catalog;
    private final ChangeTold told;
    private final ServiceRegistration<ChangeListener> listening;
    /** Whoever changes how things stand reads the database under it, so that what was read later also lasts longer. */
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Standing standing = Standing.CLOSED;

    /** Begins with no book. */
    @Activate
    public AccessComponent(BundleContext context, @Reference PermissionCatalog catalog) {
        this.catalog = catalog;
        ChangeListener listener = topics -> {
            if (topics.contains(ChangeListener.Topic.ACCESS)) {
                refresh();
            }
        };
        this.told = new ChangeTold(context, listener);
        this.listening = context.registerService(ChangeListener.class, listener, null);
    }

    @Deactivate
    public void stop() {
        listening.unregister();
        told.close();
    }

    @Override
    public void opened(UnitOfWork work) {
        change(before -> new Standing(Optional.of(work), work.read(StandingRows::hasUsers).booleanValue(),
            Optional.empty()));
        addRoles(work);
    }

    /**
     * Modules that were installed since the book was open last bring their roles; nobody gets them. A book opens without them, too: the
     * next opening tries again.
     */
    private void addRoles(UnitOfWork work) {
        try {
            if (!work.read(ReadyMadeRoles::areMade).booleanValue()) {
                return;
            }
            List<RoleDraft> brought = catalog.readyMadeRoles();
            if (work.read(transaction -> ReadyMadeRoles.missing(transaction, brought)).isEmpty()) {
                return;
            }
            Outcome<List<RoleDraft>> added = work.write(transaction -> {
                Writers.turn(transaction);
                List<RoleDraft> missing = ReadyMadeRoles.missing(transaction, brought);
                for (RoleDraft role : missing) {
                    RoleRows.insert(transaction, role, false);
                }
                transaction.changes(ChangeListener.Topic.ACCESS);
                return Outcome.done(missing);
            });
            if (!added.isDone()) {
                LOG.warn("The roles of modules could not be added: {}", added.refusals());
            }
        } catch (StoreException | IllegalStateException e) {
            LOG.warn("The roles of modules could not be added", e);
        }
    }

    @Override
    public void closed() {
        change(before -> Standing.CLOSED);
    }

    @Override
    public Optional<String> current() {
        return standing.signedIn().map(user -> user.session().user());
    }

    @Override
    public String user() {
        Standing now = standing;
        return now.signedIn().map(user -> user.session().user())
            .or(() -> now.work().map(work -> work.store().user())).orElseGet(() -> System.getProperty("user.name", ""));
    }

    @Override
    public boolean may(String permission) {
        return refusal(permission).isEmpty();
    }

    @Override
    public Optional<Refusal> refusal(String permission) {
        Standing now = standing;
        if (!now.users()) {
            return Optional.empty();
        }
        if (now.signedIn().isEmpty()) {
            return Optional.of(Refusal.of(SecurityRefusal.NOT_SIGNED_IN)
                .hint("This book has users: sign in, on the command line by --user NAME."));
        }
        Standing.SignedIn user = now.signedIn().get();
        if (user.administrator() || user.permissions().containsKey(permission)) {
            return Optional.empty();
        }
        String name = catalog.find(permission).map(Permission::name).map(text -> text + " (" + permission + ")")
            .orElse(permission);
        return Optional.of(Refusal.of(SecurityRefusal.NOT_ALLOWED, user.session().user(), name)
            .hint("Ask an administrator for a role that has it."));
    }

    @Override
    public Optional<Set<LocationId>> sites(String permission) {
        Standing now = standing;
        if (!now.users()) {
            return Optional.empty();
        }
        if (now.signedIn().isEmpty()) {
            return Optional.of(Set.of());
        }
        Standing.SignedIn user = now.signedIn().get();
        if (user.administrator()) {
            return Optional.empty();
        }
        Optional<Set<LocationId>> given = user.permissions().getOrDefault(permission, Optional.of(Set.of()));
        boolean everywhere = given.isPresent() && !given.get().isEmpty() && catalog.isEverywhere(permission);
        return everywhere ? Optional.empty() : given;
    }

    /** How things stand now. */
    Standing standing() {
        return standing;
    }

    /** Somebody is signed in from now on, with what the roles give now. */
    void begin(String user, Instant since) {
        change(before -> before.with(before.work().flatMap(
            work -> work.read(transaction -> StandingRows.signedIn(transaction,
                new Session(user, user, since, false, false))))));
    }

    /** Nobody is signed in any more. */
    void end() {
        change(before -> before.with(Optional.empty()));
    }

    /** Locks the session or unlocks it; nothing happens without one. */
    void locked(boolean locked) {
        change(before -> before.with(before.signedIn().map(user -> user.with(new Session(user.session().user(),
            user.session().displayName(), user.session().since(), locked, user.session().passwordDue())))));
    }

    /** Reads again what may have been changed, here or by another program. */
    void refresh() {
        try {
            change(AccessComponent::read);
        } catch (StoreException | IllegalStateException e) {
            // The book is being closed or its database is away: then nobody can do anything anyway.
            LOG.warn("Users and roles could not be read again", e);
        }
    }

    private static Standing read(Standing before) {
        if (before.work().isEmpty()) {
            return before;
        }
        return before.work().get().read(transaction -> new Standing(before.work(),
            StandingRows.hasUsers(transaction), before.signedIn().isEmpty() ? Optional.empty()
                : StandingRows.signedIn(transaction, before.signedIn().get().session())));
    }

    private void change(UnaryOperator<Standing> change) {
        boolean different;
        changing.lock();
        try {
            Standing before = standing;
            Standing after = change.apply(before);
            standing = after;
            different = !after.equals(before);
        } finally {
            changing.unlock();
        }
        if (different) {
            told.tell();
        }
    }

}
