package org.stockwright.security.internal;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.stockwright.base.StoredText;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;

/**
 * The roles that a book has from its first user on, and those that a module brings later. All but the administrator's are a
 * beginning, to be changed.
 */
final class ReadyMadeRoles {

    static final String ADMINISTRATOR = "Administrator";

    private static final int LONGEST_PERMISSION = 100;

    /** Permissions by name, because the areas that they belong to are not known here. */
    private static final List<RoleDraft> OTHERS = List.of(
        role("Clerk", "Posts receipts, issues and transfers, and reserves stock; sees no costs.",
            "catalog.view", "ledger.view", "ledger.post", "ledger.reserve", "exchange.export", "reporting.run"),
        role("Warehouse lead", "A clerk who also reverses postings, changes places and imports files.",
            "catalog.view", "ledger.view", "ledger.post", "ledger.reserve", "ledger.reverse", "ledger.places",
            "ledger.verify", "exchange.import", "exchange.export", "reporting.run", "company.share"),
        role("Controller",
            "Sees everything with costs, the audit trail and proofs; enters late costs, proposes write-downs "
                + "and approves those of others, closes periods and "
                + "exports the journal; posts no movements.",
            "catalog.view", "ledger.view", "ledger.verify", "security.costs", "security.audit", "exchange.export",
            "reporting.run", "company.backup", "company.share", "valuation.view", "valuation.costs",
            "valuation.approve", "valuation.close", "valuation.soft", "valuation.export"),
        role("Buyer", "Keeps items, suppliers and their prices; sees stock.",
            "catalog.view", "catalog.edit", "ledger.view", "security.costs", "exchange.import", "exchange.export",
            "reporting.run", "company.share"));

    private ReadyMadeRoles() {
        // only data
    }

    private static RoleDraft role(String name, String description, String... permissions) {
        return RoleDraft.of(name, description, Set.of(permissions), Set.of());
    }

    /** Those that the administrator may change, with what modules add: those of one name are one. */
    static List<RoleDraft> others(List<RoleDraft> added) {
        return List.copyOf(byKey(Stream.concat(OTHERS.stream(), added.stream())).values());
    }

    private static Map<String, RoleDraft> byKey(Stream<RoleDraft> roles) {
        Map<String, RoleDraft> result = new LinkedHashMap<>();
        roles.forEach(role -> result.merge(Names.key(role.name()), role, ReadyMadeRoles::both));
        return result;
    }

    private static RoleDraft both(RoleDraft one, RoleDraft other) {
        Set<String> permissions = new TreeSet<>(one.permissions());
        permissions.addAll(other.permissions());
        String description = (one.description().strip() + " " + other.description().strip()).strip();
        return RoleDraft.of(one.name(),
            description.length() > RolesComponent.LONGEST_DESCRIPTION ? one.description() : description, permissions,
            Set.of());
    }

    /** Whether a book can have the role that a module brings: of a permitted length, limited to no site, not the administrator's. */
    static boolean isSound(RoleDraft role) {
        return RolesComponent.form(role).isEmpty() && role.id().isEmpty() && role.sites().isEmpty()
            && !Names.key(role.name()).equals(Names.key(ADMINISTRATOR)) && StoredText.isSound(role.name())
            && StoredText.isSound(role.description()) && role.permissions().stream()
                .allMatch(one -> !one.isBlank() && one.length() <= LONGEST_PERMISSION && StoredText.isSound(one));
    }

    /** Whether the book has its roles. */
    static boolean areMade(Transaction transaction) throws SQLException {
        return RoleRows.all(transaction, Set.of()).stream().anyMatch(Role::administrator);
    }

    /**
     * The roles of modules whose name no role of the book has or ever had, so that nobody changed, renamed or deleted them. Those of
     * ours come with the first user only.
     *
     * @param added what modules bring
     */
    static List<RoleDraft> missing(Transaction transaction, List<RoleDraft> added) throws SQLException {
        Map<String, RoleDraft> missing = byKey(added.stream());
        OTHERS.forEach(role -> missing.remove(Names.key(role.name())));
        RoleRows.all(transaction, Set.of()).forEach(role -> missing.remove(Names.key(role.name())));
        if (!missing.isEmpty()) {
            RoleRows.everNamed(transaction).forEach(name -> missing.remove(Names.key(name)));
        }
        return List.copyOf(missing.values());
    }

    /**
     * The role that allows everything; all are made when there is none. The first of them comes before any other role.
     *
     * @param added what modules add to the others
     */
    static RoleId administrator(Transaction transaction, List<RoleDraft> added) throws SQLException {
        Optional<Role> there = RoleRows.all(transaction, Set.of()).stream().filter(Role::administrator).findFirst();
        return there.isPresent() ? there.get().id() : store(transaction, added);
    }

    private static RoleId store(Transaction transaction, List<RoleDraft> added) throws SQLException {
        RoleId administrator = RoleRows.insert(transaction, RoleDraft.of(ADMINISTRATOR,
            "Everything, everywhere, also what modules bring later.", Set.of(), Set.of()), true);
        for (RoleDraft role : others(added)) {
            RoleRows.insert(transaction, role, false);
        }
        return administrator;
    }

}
