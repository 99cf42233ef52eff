package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Permission;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.spi.Guarded;

/** Keeps roles. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.security.Roles")
public final class RolesComponent implements Roles, Guarded {

    static final int LONGEST_DESCRIPTION = 400;

    private static final int LONGEST_NAME = 100;

    private final UnitOfWork work;
    private final AccessComponent access;
    private final PermissionCatalog catalog;

    @Activate
    public RolesComponent(@Reference UnitOfWork work, @Reference AccessComponent access,
        @Reference PermissionCatalog catalog) {
        this.work = work;
        this.access = access;
        this.catalog = catalog;
    }

    @Override
    public List<Role> list() {
        return work.read(transaction -> RoleRows.all(transaction, catalog.ids()));
    }

    @Override
    public Optional<Role> byName(String name) {
        return named(list(), name);
    }

    private static Optional<Role> named(List<Role> roles, String name) {
        return roles.stream().filter(role -> Names.key(role.name()).equals(Names.key(name))).findFirst();
    }

    @Override
    public List<Permission> permissions() {
        return catalog.all();
    }

    @Override
    public Outcome<Role> save(RoleDraft draft) {
        return changed(work.write(transaction -> {
            Writers writer = Writers.turn(transaction);
            ReadyMadeRoles.administrator(transaction, catalog.readyMadeRoles());
            List<Role> roles = RoleRows.all(transaction, catalog.ids());
            Optional<Role> before = draft.id()
                .flatMap(id -> roles.stream().filter(role -> role.id().equals(id)).findFirst());
            List<Refusal> refusals = new ArrayList<>(form(draft));
            refusals.addAll(content(transaction, draft, roles, before));
            before.ifPresent(role -> unchanged(role, draft.version()).ifPresent(refusals::add));
            if (before.isPresent() && isHeldBy(transaction, before.get().id())) {
                writer.notOwn(before.get().name()).ifPresent(refusals::add);
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            return Outcome.done(store(transaction, draft, before));
        }));
    }

    private Role store(Transaction transaction, RoleDraft draft, Optional<Role> before) throws SQLException {
        RoleId id;
        if (before.isPresent()) {
            id = before.get().id();
            RoleRows.update(transaction, id, draft);
        } else {
            id = RoleRows.insert(transaction, draft, false);
        }
        Role after = RoleRows.find(transaction, id, catalog.ids()).orElseThrow();
        transaction.changes(Topic.ACCESS);
        return after;
    }

    /** Why a role cannot be called and described so. */
    static List<Refusal> form(RoleDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (draft.name().isBlank()) {
            refusals.add(Refusal.of(SecurityRefusal.ROLE_NAME_EMPTY).hint("Say what the role is called."));
        }
        if (draft.name().length() > LONGEST_NAME) {
            refusals.add(Refusal.of(SecurityRefusal.TEXT_TOO_LONG, "The name of a role", LONGEST_NAME));
        }
        if (draft.description().length() > LONGEST_DESCRIPTION) {
            refusals.add(Refusal.of(SecurityRefusal.TEXT_TOO_LONG, "The description of a role", LONGEST_DESCRIPTION));
        }
        return refusals;
    }

    private List<Refusal> content(Transaction transaction, RoleDraft draft, List<Role> roles, Optional<Role> before)
        throws SQLException {
        List<Refusal> refusals = new ArrayList<>();
        if (draft.id().isPresent() && before.isEmpty()) {
            refusals.add(unknown(draft.name()));
        }
        if (before.isPresent() && before.get().administrator()) {
            refusals.add(fixed(before.get()));
        }
        named(roles, draft.name()).filter(other -> !draft.id().equals(Optional.of(other.id())))
            .ifPresent(other -> refusals.add(Refusal.of(SecurityRefusal.ROLE_EXISTS, other.name())
                .hint("Change that one, or take another name.")));
        Set<String> unknown = new HashSet<>(draft.permissions());
        unknown.removeAll(catalog.ids());
        before.ifPresent(role -> unknown.removeAll(role.permissions()));
        unknown.stream().sorted().forEach(permission -> refusals.add(Refusal
            .of(SecurityRefusal.UNKNOWN_PERMISSION, permission).hint("Install the module that brings it first.")));
        Set<LocationId> places = new HashSet<>(draft.sites());
        places.removeAll(RoleRows.codes(transaction, draft.sites()).keySet());
        places.stream().sorted().forEach(place -> refusals.add(Refusal.of(SecurityRefusal.UNKNOWN_SITE, place)));
        return refusals;
    }

    @Override
    public Outcome<Role> delete(RoleId id, long version) {
        return changed(work.write(transaction -> {
            Writers.turn(transaction);
            Optional<Role> found = RoleRows.find(transaction, id, catalog.ids());
            if (found.isEmpty()) {
                return Outcome.refused(unknown(id.toString()));
            }
            Role role = found.get();
            if (role.administrator()) {
                return Outcome.refused(fixed(role));
            }
            if (role.users() > 0) {
                return Outcome.refused(Refusal.of(SecurityRefusal.ROLE_IN_USE, role.name(), role.users())
                    .hint("Take it from them first."));
            }
            Optional<Refusal> changed = unchanged(role, version);
            if (changed.isPresent()) {
                return Outcome.refused(changed.get());
            }
            RoleRows.delete(transaction, id);
            transaction.changes(Topic.ACCESS);
            return Outcome.done(role);
        }));
    }

    private static Refusal unknown(String name) {
        return Refusal.of(SecurityRefusal.UNKNOWN_ROLE, name).hint("Somebody may have deleted it: look at the list.");
    }

    private static Refusal fixed(Role role) {
        return Refusal.of(SecurityRefusal.ROLE_IS_FIXED, role.name()).hint("Make another role.");
    }

    private static Optional<Refusal> unchanged(Role role, long version) {
        return role.version() == version ? Optional.empty()
            : Optional.of(Refusal.of(SecurityRefusal.CHANGED_MEANWHILE, "The role " + role.name())
                .hint("Read it again and repeat the change."));
    }

    private static boolean isHeldBy(Transaction transaction, RoleId role) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT g.role_id FROM user_role g JOIN app_user u ON u.id = g.user_id WHERE g.role_id = ?"
                + " AND u.name_key = ?")) {
            select.setLong(1, role.value());
            select.setString(2, Names.key(transaction.user()));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** What was stored holds before the caller hears of it. */
    private Outcome<Role> changed(Outcome<Role> outcome) {
        if (outcome.isDone()) {
            access.refresh();
        }
        return outcome;
    }

}
