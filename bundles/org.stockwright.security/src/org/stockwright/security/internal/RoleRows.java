package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.LocationId;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;

/** Roles in their tables. Each change names its row first, so that the audit trail tells every column that differs. */
final class RoleRows {

    private static final String TABLE = "app_role";

    private RoleRows() {
        // only statements
    }

    /** All roles by name; the administrator's has all of these permissions. */
    static List<Role> all(Transaction transaction, Set<String> everything) throws SQLException {
        Map<Long, Set<String>> permissions = new HashMap<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT role_id, permission FROM role_permission");
            ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                permissions.computeIfAbsent(Long.valueOf(rows.getLong(1)), id -> new TreeSet<>())
                    .add(rows.getString(2));
            }
        }
        Map<Long, Set<LocationId>> sites = new HashMap<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT role_id, location_id FROM role_site");
            ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                sites.computeIfAbsent(Long.valueOf(rows.getLong(1)), id -> new TreeSet<>())
                    .add(new LocationId(rows.getLong(2)));
            }
        }
        List<Role> roles = new ArrayList<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT r.id, r.name, r.description, r.administrator, r.version,"
                + " (SELECT COUNT(*) FROM user_role u WHERE u.role_id = r.id) FROM app_role r ORDER BY r.name_key");
            ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Long id = Long.valueOf(rows.getLong(1));
                boolean administrator = rows.getInt(4) == 1;
                roles.add(new Role(new RoleId(id.longValue()), rows.getString(2), rows.getString(3), administrator,
                    administrator ? everything : permissions.getOrDefault(id, Set.of()),
                    sites.getOrDefault(id, Set.of()), rows.getInt(6), rows.getLong(5)));
            }
        }
        return roles;
    }

    /** The names that roles have or once had, also those that are deleted, as the audit trail tells. */
    static Set<String> everNamed(Transaction transaction) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT DISTINCT subject_key FROM audit_event WHERE subject = 'role'");
            ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** One role. */
    static Optional<Role> find(Transaction transaction, RoleId id, Set<String> everything) throws SQLException {
        return all(transaction, everything).stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** Stores a new role. */
    static RoleId insert(Transaction transaction, RoleDraft draft, boolean administrator) throws SQLException {
        RoleId id = new RoleId(transaction.nextId("upkeep_seq"));
        transaction.watchNew(TABLE, List.of(Long.valueOf(id.value())));
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO app_role (id, name, name_key, description, administrator, version)"
                + " VALUES (?, ?, ?, ?, ?, 0)")) {
            insert.setLong(1, id.value());
            insert.setString(2, draft.name().strip());
            insert.setString(3, Names.key(draft.name()));
            insert.setString(4, draft.description().strip());
            insert.setInt(5, administrator ? 1 : 0);
            insert.executeUpdate();
        }
        insertParts(transaction, id, draft);
        return id;
    }

    /** Stores a role that is there as the draft says. */
    static void update(Transaction transaction, RoleId id, RoleDraft draft) throws SQLException {
        transaction.watch(TABLE, List.of(Long.valueOf(id.value())));
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE app_role SET name = ?, name_key = ?, description = ?, version = version + 1 WHERE id = ?")) {
            update.setString(1, draft.name().strip());
            update.setString(2, Names.key(draft.name()));
            update.setString(3, draft.description().strip());
            update.setLong(4, id.value());
            update.executeUpdate();
        }
        deleteParts(transaction, id);
        insertParts(transaction, id, draft);
    }

    /** Forgets a role that nobody has. */
    static void delete(Transaction transaction, RoleId id) throws SQLException {
        transaction.watch(TABLE, List.of(Long.valueOf(id.value())));
        deleteParts(transaction, id);
        delete(transaction, "DELETE FROM app_role WHERE id = ?", id);
    }

    private static void deleteParts(Transaction transaction, RoleId id) throws SQLException {
        delete(transaction, "DELETE FROM role_permission WHERE role_id = ?", id);
        delete(transaction, "DELETE FROM role_site WHERE role_id = ?", id);
    }

    private static void delete(Transaction transaction, String sql, RoleId id) throws SQLException {
        try (PreparedStatement delete = transaction.connection().prepareStatement(sql)) {
            delete.setLong(1, id.value());
            delete.executeUpdate();
        }
    }

    private static void insertParts(Transaction transaction, RoleId id, RoleDraft draft) throws SQLException {
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO role_permission (role_id, permission) VALUES (?, ?)")) {
            for (String permission : draft.permissions()) {
                insert.setLong(1, id.value());
                insert.setString(2, permission);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = transaction.connection()
            .prepareStatement("INSERT INTO role_site (role_id, location_id) VALUES (?, ?)")) {
            for (LocationId site : draft.sites()) {
                insert.setLong(1, id.value());
                insert.setLong(2, site.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The codes of places, by identity; those that are not there are missing. */
    static Map<LocationId, String> codes(Transaction transaction, Collection<LocationId> places)
        throws SQLException {
        Map<LocationId, String> codes = new HashMap<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT code FROM location WHERE id = ?")) {
            for (LocationId place : places) {
                select.setLong(1, place.value());
                try (ResultSet rows = select.executeQuery()) {
                    if (rows.next()) {
                        codes.put(place, rows.getString(1));
                    }
                }
            }
        }
        return codes;
    }

}
