package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.RoleId;
import org.stockwright.security.User;

/** Users in their tables. Each change names its row first, so that the audit trail tells every column that differs. */
final class UserRows {

    private static final String COLUMNS = "SELECT id, name, display_name, active, waits_until, wrong_tries, password_due,"
        + " password_changed_at, last_sign_in_at, version FROM app_user";
    private static final String GRANTS = "SELECT g.user_id, r.id, r.name, r.administrator, g.granted_by, g.granted_at"
        + " FROM user_role g JOIN app_role r ON r.id = g.role_id";

    private static final String TABLE = "app_user";

    private UserRows() {
        // only statements
    }

    /** A user with the row's number. */
    record Row(long id, User user) {
    }

    /** All users by name. */
    static List<Row> all(Transaction transaction) throws SQLException {
        Map<Long, List<User.Grant>> grants;
        try (PreparedStatement select = transaction.connection().prepareStatement(GRANTS + " ORDER BY r.name_key")) {
            grants = grants(select);
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(COLUMNS + " ORDER BY name_key")) {
            return users(select, grants, transaction.now());
        }
    }

    /** The user with this name. */
    static Optional<Row> find(Transaction transaction, String name) throws SQLException {
        Map<Long, List<User.Grant>> grants;
        String key = Names.key(name);
        try (PreparedStatement select = transaction.connection().prepareStatement(
            GRANTS + " JOIN app_user u ON u.id = g.user_id WHERE u.name_key = ? ORDER BY r.name_key")) {
            select.setString(1, key);
            grants = grants(select);
        }
        try (PreparedStatement select = transaction.connection().prepareStatement(COLUMNS + " WHERE name_key = ?")) {
            select.setString(1, key);
            return users(select, grants, transaction.now()).stream().findFirst();
        }
    }

    private static Map<Long, List<User.Grant>> grants(PreparedStatement select) throws SQLException {
        Map<Long, List<User.Grant>> grants = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                grants.computeIfAbsent(Long.valueOf(rows.getLong(1)), id -> new ArrayList<>())
                    .add(new User.Grant(new RoleId(rows.getLong(2)), rows.getString(3), rows.getInt(4) == 1,
                        rows.getString(5), MicrosConverter.toInstant(rows.getLong(6))));
            }
        }
        return grants;
    }

    private static List<Row> users(PreparedStatement select, Map<Long, List<User.Grant>> grants, Instant now)
        throws SQLException {
        List<Row> users = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                long id = rows.getLong(1);
                users.add(new Row(id, new User(rows.getString(2), rows.getString(3), rows.getInt(4) == 1,
                    instant(rows, 5).filter(until -> until.isAfter(now)), rows.getInt(6), rows.getInt(7) == 1,
                    MicrosConverter.toInstant(rows.getLong(8)), instant(rows, 9),
                    grants.getOrDefault(Long.valueOf(id), List.of()), rows.getLong(10))));
            }
        }
        return users;
    }

    private static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        long micros = rows.getLong(column);
        return rows.wasNull() ? Optional.empty() : Optional.of(MicrosConverter.toInstant(micros));
    }

    /** Stores a new user, who may sign in. */
    static long insert(Transaction transaction, String name, String displayName, PasswordHash password, boolean due)
        throws SQLException {
        long id = transaction.nextId("upkeep_seq");
        transaction.watchNew(TABLE, List.of(Long.valueOf(id)));
        long now = MicrosConverter.toMicros(transaction.now());
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO app_user (id, name, name_key, display_name, active, password, password_changed_at,"
                + " password_due, wrong_tries, created_by, created_at, version)"
                + " VALUES (?, ?, ?, ?, 1, ?, ?, ?, 0, ?, ?, 0)")) {
            insert.setLong(1, id);
            insert.setString(2, name);
            insert.setString(3, Names.key(name));
            insert.setString(4, displayName);
            insert.setString(5, password.toString());
            insert.setLong(6, now);
            insert.setInt(7, due ? 1 : 0);
            insert.setString(8, transaction.user());
            insert.setLong(9, now);
            insert.executeUpdate();
        }
        return id;
    }

    /** What is changed of the user from now on is told. */
    static void watch(Transaction transaction, long user) throws SQLException {
        transaction.watch(TABLE, List.of(Long.valueOf(user)));
    }

    /** Stores what a person is called. */
    static void rename(Transaction transaction, long user, String displayName) throws SQLException {
        watch(transaction, user);
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE app_user SET display_name = ?, version = version + 1 WHERE id = ?")) {
            update.setString(1, displayName);
            update.setLong(2, user);
            update.executeUpdate();
        }
    }

    /** Lets a user sign in, at once, or no more. */
    static void activate(Transaction transaction, long user, boolean active) throws SQLException {
        watch(transaction, user);
        try (PreparedStatement update = transaction.connection().prepareStatement("UPDATE app_user SET active = ?,"
            + " wrong_tries = 0, waits_until = NULL, version = version + 1 WHERE id = ?")) {
            update.setInt(1, active ? 1 : 0);
            update.setLong(2, user);
            update.executeUpdate();
        }
    }

    /** Gives a role that the user has not. */
    static void grant(Transaction transaction, long user, RoleId role) throws SQLException {
        watch(transaction, user);
        try (PreparedStatement insert = transaction.connection().prepareStatement(
            "INSERT INTO user_role (user_id, role_id, granted_by, granted_at) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, user);
            insert.setLong(2, role.value());
            insert.setString(3, transaction.user());
            insert.setLong(4, MicrosConverter.toMicros(transaction.now()));
            insert.executeUpdate();
        }
    }

    /** Takes a role away. */
    static void withdraw(Transaction transaction, long user, RoleId role) throws SQLException {
        watch(transaction, user);
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM user_role WHERE user_id = ? AND role_id = ?")) {
            delete.setLong(1, user);
            delete.setLong(2, role.value());
            delete.executeUpdate();
        }
    }

    /** Whether an administrator who can sign in is there besides this user. */
    static boolean isAnotherAdministrator(Transaction transaction, long user) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT u.id FROM app_user u JOIN user_role g ON g.user_id = u.id JOIN app_role r ON r.id = g.role_id"
                + " WHERE u.active = 1 AND r.administrator = 1 AND u.id <> ?")) {
            select.setLong(1, user);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

}
