package org.stockwright.persistence.internal.promotion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The foreign keys of a PostgreSQL schema, set aside while tables are filled in any order, then checked as a whole. */
final class ForeignKeys {

    private final Connection connection;

    ForeignKeys(Connection connection) {
        this.connection = connection;
    }

    /** Takes them away; returns the statement that brings back each, by its name. */
    Map<String, String> setAside() throws SQLException {
        Map<String, String> keys = new LinkedHashMap<>();
        Map<String, String> drops = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT conrelid::regclass::text, quote_ident(conname), "
                + "pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' "
                + "AND connamespace = current_schema()::regnamespace ORDER BY 1, 2")) {
                while (rows.next()) {
                    String table = "ALTER TABLE " + rows.getString(1);
                    String name = rows.getString(1) + '.' + rows.getString(2);
                    drops.put(name, table + " DROP CONSTRAINT " + rows.getString(2));
                    keys.put(name, table + " ADD CONSTRAINT " + rows.getString(2) + ' ' + rows.getString(3));
                }
            }
            for (String drop : drops.values()) {
                statement.execute(drop);
            }
        }
        return keys;
    }

    /** Brings them back; the database checks every row. */
    void bringBack(Map<String, String> keys) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String add : keys.values()) {
                statement.execute(add);
            }
        }
    }

}
