package org.stockwright.security.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Role;
import org.stockwright.security.RoleId;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.User;
import org.stockwright.security.Users;
import org.stockwright.security.spi.Guarded;

/** Keeps users. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.security.Users")
public final class UsersComponent implements Users, Guarded {

    private static final int LONGEST_DISPLAY_NAME = 200;

    private final UnitOfWork work;
    private final AccessComponent access;
    private final PermissionCatalog catalog;

    @Activate
    public UsersComponent(@Reference UnitOfWork work, @Reference AccessComponent access,
        @Reference PermissionCatalog catalog) {
        this.work = work;
        this.access = access;
        this.catalog = catalog;
    }

    @Override
    public List<User> list() {
        return work.read(UserRows::all).stream().map(UserRows.Row::user).toList();
    }

    @Override
    public Optional<User> byName(String name) {
        return work.read(transaction -> UserRows.find(transaction, name)).map(UserRows.Row::user);
    }

    @Override
    public List<Role> roles() {
        return work.read(transaction -> RoleRows.all(transaction, catalog.ids()));
    }

    @Override
    public Outcome<User> add(String name, String displayName, char[] password, Set<RoleId> roles) {
        String stripped = name.strip();
        String called = displayName.isBlank() ? stripped : displayName.strip();
        try {
            List<Refusal> refusals = new ArrayList<>();
            if (!Names.isUser(stripped)) {
                refusals.add(Refusal.of(SecurityRefusal.USER_NAME_INVALID, stripped).hint("Use letters without accents,"
                    + " digits and . _ - @, at most " + Names.LONGEST_USER + ", with a letter or digit first."));
            }
            tooLong(called).ifPresent(refusals::add);
            PasswordRules.refusal(stripped, password).ifPresent(refusals::add);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            PasswordHash hash = PasswordHash.of(password);
            return changed(work.write(transaction -> add(transaction, stripped, called, hash, roles)));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Outcome<User> add(Transaction transaction, String name, String displayName, PasswordHash hash,
        Set<RoleId> asked) throws SQLException {
        Writers writer = Writers.turn(transaction);
        boolean first = !StandingRows.hasUsers(transaction);
        if (UserRows.find(transaction, name).isPresent()) {
            return Outcome.refused(Refusal.of(SecurityRefusal.USER_EXISTS, name).hint("Take another name."));
        }
        Set<RoleId> wanted = new LinkedHashSet<>(asked);
        if (first) {
            wanted.add(ReadyMadeRoles.administrator(transaction, catalog.readyMadeRoles()));
        }
        List<Role> roles = new ArrayList<>();
        for (RoleId id : wanted) {
            Optional<Role> role = RoleRows.find(transaction, id, catalog.ids());
            if (role.isEmpty()) {
                return Outcome.refused(unknownRole(id));
            }
            Optional<Refusal> refusal = role.get().administrator() ? writer.administratorOnly() : Optional.empty();
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            roles.add(role.get());
        }
        long id = UserRows.insert(transaction, name, displayName, hash, !first);
        for (Role role : roles) {
            UserRows.grant(transaction, id, role.id());
        }
        return stored(transaction, name);
    }

    @Override
    public Outcome<User> save(String name, String displayName, long version) {
        Optional<Refusal> refusal = tooLong(displayName.strip());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        return change(name, (transaction, row, writer) -> {
            if (row.user().version() != version) {
                return Outcome.refused(Refusal.of(SecurityRefusal.CHANGED_MEANWHILE, "The user " + row.user().name())
                    .hint("Read the user again and repeat the change."));
            }
            String called = displayName.isBlank() ? row.user().name() : displayName.strip();
            UserRows.rename(transaction, row.id(), called);
            return stored(transaction, name);
        });
    }

    @Override
    public Outcome<User> lock(String name) {
        return change(name, (transaction, row, writer) -> {
            Optional<Refusal> last = last(transaction, row);
            return last.isPresent() ? Outcome.refused(last.get()) : activated(transaction, row, false);
        });
    }

    @Override
    public Outcome<User> unlock(String name) {
        return change(name, (transaction, row, writer) -> activated(transaction, row, true));
    }

    private static Outcome<User> activated(Transaction transaction, UserRows.Row row, boolean active)
        throws SQLException {
        UserRows.activate(transaction, row.id(), active);
        return stored(transaction, row.user().name());
    }

    @Override
    public Outcome<User> resetPassword(String name, char[] password) {
        try {
            Optional<Refusal> refusal = PasswordRules.refusal(name.strip(), password);
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            PasswordHash hash = PasswordHash.of(password);
            return change(name, (transaction, row, writer) -> {
                SignIns.setPassword(transaction, row.id(), hash, true);
                return stored(transaction, name);
            });
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    @Override
    public Outcome<User> grant(String name, RoleId role) {
        return change(name, (transaction, row, writer) -> granting(transaction, row, writer, role, true));
    }

    @Override
    public Outcome<User> withdraw(String name, RoleId role) {
        return change(name, (transaction, row, writer) -> granting(transaction, row, writer, role, false));
    }

    private Outcome<User> granting(Transaction transaction, UserRows.Row row, Writers writer, RoleId id, boolean give)
        throws SQLException {
        Optional<Role> found = RoleRows.find(transaction, id, catalog.ids());
        if (found.isEmpty()) {
            return Outcome.refused(unknownRole(id));
        }
        Role role = found.get();
        Optional<Refusal> refusal = role.administrator() ? writer.administratorOnly() : Optional.empty();
        if (refusal.isEmpty() && Names.key(writer.name()).equals(Names.key(row.user().name()))) {
            refusal = writer.notOwn(role.name());
        }
        boolean has = row.user().roles().stream().anyMatch(grant -> grant.role().equals(id));
        if (refusal.isEmpty() && has && !give && role.administrator()) {
            refusal = last(transaction, row);
        }
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (has == give) {
            return Outcome.done(row.user());
        }
        if (give) {
            UserRows.grant(transaction, row.id(), id);
        } else {
            UserRows.withdraw(transaction, row.id(), id);
        }
        return stored(transaction, row.user().name());
    }

    /** What is done to a user. */
    private interface Change {

        Outcome<User> to(Transaction transaction, UserRows.Row row, Writers writer) throws SQLException;

    }

    private Outcome<User> change(String name, Change change) {
        return changed(work.write(transaction -> {
            Writers writer = Writers.turn(transaction);
            Optional<UserRows.Row> row = UserRows.find(transaction, name);
            if (row.isEmpty()) {
                return Outcome
                    .refused(Refusal.of(SecurityRefusal.UNKNOWN_USER, name).hint("Look at the list of users."));
            }
            Optional<Refusal> refusal = row.get().user().isAdministrator() ? writer.administratorOnly()
                : Optional.empty();
            return refusal.isPresent() ? Outcome.refused(refusal.get()) : change.to(transaction, row.get(), writer);
        }));
    }

    private static Outcome<User> stored(Transaction transaction, String name) throws SQLException {
        transaction.changes(Topic.ACCESS);
        return Outcome.done(UserRows.find(transaction, name).orElseThrow().user());
    }

    /** What was stored holds before the caller hears of it. */
    private Outcome<User> changed(Outcome<User> outcome) {
        if (outcome.isDone()) {
            access.refresh();
        }
        return outcome;
    }

    private static Optional<Refusal> last(Transaction transaction, UserRows.Row row) throws SQLException {
        boolean last = row.user().isAdministrator() && row.user().active()
            && !UserRows.isAnotherAdministrator(transaction, row.id());
        return last ? Optional.of(Refusal.of(SecurityRefusal.LAST_ADMINISTRATOR, row.user().name())
            .hint("Make somebody else administrator first.")) : Optional.empty();
    }

    private static Optional<Refusal> tooLong(String displayName) {
        return displayName.length() <= LONGEST_DISPLAY_NAME ? Optional.empty()
            : Optional.of(Refusal.of(SecurityRefusal.TEXT_TOO_LONG, "What a user is called", LONGEST_DISPLAY_NAME));
    }

    private static Refusal unknownRole(RoleId id) {
        return Refusal.of(SecurityRefusal.UNKNOWN_ROLE, id).hint("Look at the list of roles.");
    }

}
