package org.stockwright.persistence.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.stockwright.base.CrashPoint;
import org.stockwright.base.Progress;

/**
 * Runs migrations: each script with its row of {@code schema_migration} in one transaction, so that whatever stops it
 * leaves either both or none, and the next start goes on from there.
 */
final class Migrator {

    private final StoreEngine engine;
    private final Connection connection;

    /** Works on this connection. */
    Migrator(StoreEngine engine, Connection connection) {
        this.engine = engine;
        this.connection = connection;
    }

    /**
     * Runs them all, in this order.
     *
     * @throws SQLException naming the script and the statement that failed; those before it stay
     */
    void run(List<Migration> pending, Instant now, Progress progress) throws SQLException {
        progress.begin("Preparing the database", pending.size());
        if (!Schema.exists(connection)) {
            createTable();
        }
        for (Migration migration : pending) {
            progress.check();
            run(migration, now);
            progress.worked(1);
        }
    }

    private void run(Migration migration, Instant now) throws SQLException {
        long begin = System.nanoTime();
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            String text = migration.text().replace("${text}", engine.textType()).replace("${binary}",
                engine.binaryType());
            for (String sql : SqlScript.statements(text)) {
                execute(migration, statement, sql);
            }
            record(migration, now, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            connection.commit();
            done = true;
            CrashPoint.MIGRATION_COMMITTED.reached();
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /** A statement of a script was refused; nothing of the script is stored. */
    static final class Failed extends SQLException {

        private static final long serialVersionUID = 1;

        private final String module;
        private final String script;

        private Failed(Migration migration, String sql, SQLException why) {
            super("Migration " + migration.number() + '-' + migration.name() + " of " + migration.module()
                + " failed at: " + sql, why.getSQLState(), why);
            this.module = migration.module();
            this.script = migration.number() + "-" + migration.name();
        }

        /** Whose script it is. */
        String module() {
            return module;
        }

        /** Its number and name. */
        String script() {
            return script;
        }

    }

    private static void execute(Migration migration, Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            CrashPoint.MIGRATION_STATEMENT.reached();
        } catch (SQLException e) {
            throw new Failed(migration, sql, e);
        }
    }

    private void record(Migration migration, Instant now, long millis) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO schema_migration "
            + "(module, number, name, checksum, applied_at, duration) VALUES (?, ?, ?, ?, ?, ?)")) {
            row.setString(1, migration.module());
            row.setInt(2, migration.number());
            row.setString(3, migration.name());
            row.setString(4, migration.checksum());
            row.setLong(5, ChronoUnit.MICROS.between(Instant.EPOCH, now));
            row.setLong(6, millis);
            row.executeUpdate();
        }
    }

    /** Instants are microseconds since 1970, as everywhere in the schema; durations are milliseconds. */
    private void createTable() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE schema_migration (module VARCHAR(128) NOT NULL, number INTEGER NOT NULL, "
                + "name VARCHAR(128) NOT NULL, checksum CHAR(64) NOT NULL, applied_at BIGINT NOT NULL, "
                + "duration BIGINT NOT NULL, CONSTRAINT schema_migration_key PRIMARY KEY (module, number))");
        }
        connection.commit();
    }

}
