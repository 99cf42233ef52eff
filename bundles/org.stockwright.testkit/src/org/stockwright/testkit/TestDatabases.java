package org.stockwright.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.postgresql.ds.PGSimpleDataSource;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;

/**
 * Databases for tests on the PostgreSQL server that the property {@value #SERVER} names by the address of a user who may
 * make databases and roles. A new store is a copy of one that is made once: making one takes seconds.
 */
public final class TestDatabases {

    /** System property: the JDBC address, with user, of the server for tests. */
    public static final String SERVER = "stockwright.test.postgresql";

    private static final List<String> LEFT = new ArrayList<>();
    private static String template;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(TestDatabases::dropLeft));
    }

    private TestDatabases() {
        // only functions
    }

    /** The server, if there is one. */
    public static Optional<StoreLocation.Server> server() {
        return Optional.ofNullable(System.getProperty(SERVER)).filter(url -> !url.isBlank())
            .map(StoreLocation.Server::new);
    }

    /** A new database without any table. */
    public static StoreLocation.Server empty() {
        String name = newName();
        execute("CREATE DATABASE " + name);
        return at(name);
    }

    /** The address of a new database without any table, for tests that do not know stores. */
    public static String emptyUrl() {
        return empty().url();
    }

    /** Deletes the database of an address; whoever is connected is thrown out. */
    public static void dropUrl(String url) {
        drop(new StoreLocation.Server(url));
    }

    /** A new database with an empty store in it; no store is open when it returns, nor may one be before. */
    public static synchronized StoreLocation.Server migrated(Stores stores) {
        if (template == null) {
            String made = newName();
            execute("CREATE DATABASE " + made);
            stores.open(at(made), "template", true, Progress.NONE).value();
            stores.close();
            template = made;
        }
        String name = newName();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return at(name);
    }

    /** Deletes a database; whoever is connected is thrown out. */
    public static void drop(StoreLocation.Server database) {
        String name = source(database.url()).getDatabaseName();
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        synchronized (LEFT) {
            LEFT.remove(name);
        }
    }

    /** A connection of the server's administrator to a database, with automatic commit. */
    public static Connection administrator(StoreLocation.Server database) throws SQLException {
        return source(database.url()).getConnection();
    }

    /** Runs a statement as the server's administrator, outside of any store. */
    public static void execute(String sql) {
        try (Connection connection = administrator(server().orElseThrow());
            Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String newName() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        synchronized (LEFT) {
            LEFT.add(name);
        }
        return name;
    }

    private static StoreLocation.Server at(String database) {
        PGSimpleDataSource server = source(server().orElseThrow().url());
        String url = server().orElseThrow().url();
        return new StoreLocation.Server(url.replaceFirst("/" + server.getDatabaseName() + "(?=\\?|$)", "/" + database));
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    private static void dropLeft() {
        List<String> left;
        synchronized (LEFT) {
            left = List.copyOf(LEFT);
        }
        for (String name : left) {
            execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            execute("DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'stockwright_" + name
                + "_app') THEN DROP ROLE stockwright_" + name + "_app; END IF; END $$");
        }
    }

    /** The one number that a query of the administrator yields. */
    public static long number(StoreLocation.Server database, String query) {
        try (Connection connection = administrator(database);
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

}
