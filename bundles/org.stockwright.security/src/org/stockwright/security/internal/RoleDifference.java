package org.stockwright.security.internal;

import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.stockwright.persistence.Transaction;
import org.stockwright.security.Role;

/** What the audit trail says of a role that was made, changed or deleted. */
final class RoleDifference {

    static final String SUBJECT = "role";

    private RoleDifference() {
        // only words
    }

    /** The parts that differ, by name. */
    static Map<String, String> between(Transaction transaction, Optional<Role> before, Optional<Role> after)
        throws SQLException {
        Map<String, String> details = new LinkedHashMap<>();
        text(details, "name", before.map(Role::name), after.map(Role::name));
        text(details, "description", before.map(Role::description), after.map(Role::description));
        parts(details, "permissions", before.map(Role::permissions).orElse(Set.of()),
            after.map(Role::permissions).orElse(Set.of()));
        parts(details, "sites", sites(transaction, before), sites(transaction, after));
        return details;
    }

    private static Set<String> sites(Transaction transaction, Optional<Role> role) throws SQLException {
        return role.isEmpty() ? Set.of() : Set.copyOf(RoleRows.codes(transaction, role.get().sites()).values());
    }

    private static void text(Map<String, String> details, String name, Optional<String> before,
        Optional<String> after) {
        if (!before.equals(after)) {
            before.ifPresent(text -> details.put(name + "_before", text));
            after.ifPresent(text -> details.put(name, text));
        }
    }

    private static void parts(Map<String, String> details, String name, Set<String> before, Set<String> after) {
        without(after, before).ifPresent(added -> details.put(name + "_added", added));
        without(before, after).ifPresent(removed -> details.put(name + "_removed", removed));
    }

    private static Optional<String> without(Collection<String> all, Collection<String> others) {
        Set<String> left = new TreeSet<>(all);
        left.removeAll(others);
        return left.isEmpty() ? Optional.empty() : Optional.of(left.stream().collect(Collectors.joining(", ")));
    }

}
