package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Session;

/** Reads how things stand in the database. */
final class StandingRows {

    private StandingRows() {
        // only queries
    }

    /** Whether there are users. */
    static boolean hasUsers(Transaction transaction) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM app_user" + transaction.dialect().window(0, 1));
            ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }

    /** The session's user with what the roles give now; empty when the user may not be signed in any more. */
    static Optional<Standing.SignedIn> signedIn(Transaction transaction, Session session) throws SQLException {
        long id;
        Session now;
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT id, name, display_name, password_due FROM app_user WHERE name_key = ? AND active = 1")) {
            select.setString(1, Names.key(session.user()));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                id = rows.getLong(1);
                now = new Session(rows.getString(2), rows.getString(3), session.since(), session.locked(),
                    rows.getInt(4) == 1);
            }
        }
        return Optional.of(new Standing.SignedIn(now, isAdministrator(transaction, id), permissions(transaction, id)));
    }

    /** Whether this user has the role that allows everything. */
    static boolean isAdministrator(Transaction transaction, long user) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT r.id FROM user_role u JOIN app_role r ON r.id = u.role_id WHERE u.user_id = ?"
                + " AND r.administrator = 1")) {
            select.setLong(1, user);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static Map<String, Optional<Set<LocationId>>> permissions(Transaction transaction, long user)
        throws SQLException {
        Map<Long, Set<LocationId>> sites = sites(transaction, user);
        Map<String, Optional<Set<LocationId>>> permissions = new HashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT p.permission, p.role_id FROM user_role u JOIN role_permission p ON p.role_id = u.role_id"
                + " WHERE u.user_id = ?")) {
            select.setLong(1, user);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Optional<Set<LocationId>> limit = Optional.ofNullable(sites.get(Long.valueOf(rows.getLong(2))));
                    permissions.merge(rows.getString(1), limit, StandingRows::either);
                }
            }
        }
        return Map.copyOf(permissions);
    }

    private static Map<Long, Set<LocationId>> sites(Transaction transaction, long user) throws SQLException {
        Map<Long, Set<LocationId>> sites = new HashMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT s.role_id, s.location_id FROM user_role u JOIN role_site s ON s.role_id = u.role_id"
                + " WHERE u.user_id = ?")) {
            select.setLong(1, user);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    sites.computeIfAbsent(Long.valueOf(rows.getLong(1)), role -> new HashSet<>())
                        .add(new LocationId(rows.getLong(2)));
                }
            }
        }
        return sites;
    }

    /** What two roles give together: everywhere if one of them does. */
    private static Optional<Set<LocationId>> either(Optional<Set<LocationId>> one, Optional<Set<LocationId>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Set<LocationId> both = new HashSet<>(one.get());
        both.addAll(other.get());
        return Optional.of(Set.copyOf(both));
    }

}
