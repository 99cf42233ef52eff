package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server's database is for whoever signed in. What must outlive copies and backups of the database, and what the
 * product's own role must not be able to change, stands in the comment on the table of migrations.
 *
 * @param database its name
 * @param schema the schema that tables without a schema are in; null when there is none
 * @param login who signed in
 * @param owner who owns the store's tables; null as long as there are none
 * @param owned whether whoever signed in may act as the owner
 * @param creates whether whoever signed in may make tables
 * @param used whether there are tables
 * @param standby whether the server only follows another one
 * @param mark the store's own mark, once it is complete
 */
record ServerDatabase(String database, String schema, String login, String owner, boolean owned, boolean creates,
    boolean used, boolean standby, Optional<Mark> mark) {

    private static final String QUERY = """
        SELECT current_database(), current_schema(), current_user, o.owner, o.owned,
            COALESCE(has_schema_privilege(current_schema(), 'CREATE'), FALSE),
            EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = current_schema()),
            pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean, o.comment
        FROM (SELECT 1) one LEFT JOIN (SELECT pg_get_userbyid(c.relowner) AS owner,
                pg_has_role(c.relowner, 'MEMBER') AS owned, obj_description(c.oid, 'pg_class') AS comment
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND c.relname = 'schema_migration') o ON TRUE""";

    /**
     * What the store is, in the comment.
     *
     * @param identity of the store; copies share it
     * @param role that the product works with
     */
    record Mark(String identity, String role) {

        private static final Pattern TEXT = Pattern.compile("Stockwright store ([0-9a-f-]{36}), used as (.+)");

        /** Of a new store. */
        static Mark fresh(String database) {
            return new Mark(UUID.randomUUID().toString(), ServerRoles.name(database));
        }

        private static Optional<Mark> parse(String text) {
            Matcher matcher = TEXT.matcher(text == null ? "" : text);
            return matcher.matches() ? Optional.of(new Mark(matcher.group(1), matcher.group(2))) : Optional.empty();
        }

        /** Writes it; as the owner. */
        void write(Connection connection) throws SQLException {
            String text = "Stockwright store " + identity + ", used as " + role;
            try (Statement statement = connection.createStatement()) {
                statement.execute("COMMENT ON TABLE schema_migration IS '" + text.replace("'", "''") + '\'');
            }
        }

    }

    /** Looks. */
    static ServerDatabase look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(QUERY)) {
            row.next();
            return new ServerDatabase(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                row.getBoolean(5), row.getBoolean(6), row.getBoolean(7), row.getBoolean(8),
                Mark.parse(row.getString(9)));
        }
    }

    /** Whether a store was made there, or its making began. */
    boolean isStore() {
        return owner != null;
    }

}
