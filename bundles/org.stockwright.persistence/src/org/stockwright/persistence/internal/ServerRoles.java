package org.stockwright.persistence.internal;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/**
 * The role that the product works with: it may add to tables that only grow, and not change or delete there; it may do
 * what it needs in the others and make nothing. A table only grows when it has a trigger whose name ends in
 * {@code _append_only}, whoever brought it.
 */
final class ServerRoles {

    private static final int LONGEST = 63;
    private static final int DIGITS = 8;
    private static final String GROWS = "EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid "
        + "AND t.tgname LIKE '%\\_append\\_only')";
    private static final String RELATIONS = " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        + "WHERE n.nspname = current_schema()";

    private final Connection connection;

    /** By way of a connection of whoever signed in. */
    ServerRoles(Connection connection) {
        this.connection = connection;
    }

    /** What the role of a new database is called; roles belong to the whole server. */
    static String name(String database) {
        String name = "stockwright_" + database + "_app";
        if (name.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return name;
        }
        return "stockwright_" + Sha256.of(database).substring(0, DIGITS) + "_app";
    }

    /** Whether whoever signed in may act as this role. */
    boolean isMember(String role) throws SQLException {
        return exists(role) && isTrue("SELECT pg_has_role(?, 'MEMBER')", role);
    }

    /** Makes the role if it is missing, and grants it to whoever signed in; or says who has to. */
    Optional<Refusal> make(StoreLocation.Server location, String role, String login) throws SQLException {
        if (isMember(role)) {
            return Optional.empty();
        }
        boolean there = exists(role);
        String name = PostgresEngine.quoted(role);
        String grant = "GRANT " + name + " TO " + PostgresEngine.quoted(login);
        String statements = (there ? "" : "CREATE ROLE " + name + " NOLOGIN; ") + grant + ';';
        if (!isTrue("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = ?", login)) {
            return Optional.of(Refusal.of(StoreRefusal.ROLE_NEEDED, location, role, login)
                .hint("Let an administrator of the server run: " + statements));
        }
        if (!there) {
            execute("CREATE ROLE " + name + " NOLOGIN");
        }
        execute(grant);
        return Optional.empty();
    }

    private boolean exists(String role) throws SQLException {
        return isTrue("SELECT COUNT(*) > 0 FROM pg_roles WHERE rolname = ?", role);
    }

    /** Whether the role is there and may do all that it needs and nothing more. */
    boolean isReady(String role) throws SQLException {
        return exists(role) && isTrue("SELECT COUNT(*) = 0" + RELATIONS + " AND (c.relkind IN ('r', 'p') AND ("
            + "NOT has_table_privilege($1, c.oid, 'SELECT') "
            + "OR has_table_privilege($1, c.oid, 'INSERT') = (c.relname = 'schema_migration') "
            + "OR has_table_privilege($1, c.oid, 'UPDATE') = (c.relname = 'schema_migration' OR GROWS) "
            + "OR has_table_privilege($1, c.oid, 'DELETE') = (c.relname = 'schema_migration' OR GROWS)) "
            + "OR c.relkind = 'S' AND NOT (has_sequence_privilege($1, c.oid, 'USAGE') "
            + "AND has_sequence_privilege($1, c.oid, 'SELECT')))", role);
    }

    /** Gives the role what it needs, and takes what it must not have; as the owner of the tables. */
    void grant(String role, String schema) throws SQLException {
        String to = PostgresEngine.quoted(role);
        execute("GRANT USAGE ON SCHEMA " + PostgresEngine.quoted(schema) + " TO " + to);
        for (Relation relation : relations()) {
            String name = PostgresEngine.quoted(schema) + '.' + PostgresEngine.quoted(relation.name);
            if (relation.sequence) {
                execute("GRANT USAGE, SELECT ON SEQUENCE " + name + " TO " + to);
            } else {
                execute("REVOKE ALL ON TABLE " + name + " FROM " + to);
                execute("GRANT " + relation.rights() + " ON TABLE " + name + " TO " + to);
            }
        }
    }

    /** A table or sequence of the store. */
    private record Relation(String name, boolean sequence, boolean grows) {

        private String rights() {
            if (name.equals("schema_migration")) {
                return "SELECT";
            }
            return grows ? "SELECT, INSERT" : "SELECT, INSERT, UPDATE, DELETE";
        }

    }

    private List<Relation> relations() throws SQLException {
        List<Relation> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT c.relname, c.relkind = 'S', " + GROWS + RELATIONS
                + " AND c.relkind IN ('r', 'p', 'S') ORDER BY c.relname")) {
            while (rows.next()) {
                found.add(new Relation(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3)));
            }
        }
        return found;
    }

    private boolean isTrue(String query, String role) throws SQLException {
        String sql = query.replace("GROWS", GROWS);
        int times = sql.split("\\$1|\\?", -1).length - 1;
        try (PreparedStatement statement = connection.prepareStatement(sql.replace("$1", "?"))) {
            for (int at = 1; at <= times; at++) {
                statement.setString(at, role);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

}
