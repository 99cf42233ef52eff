package org.stockwright.persistence.internal;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.EmptyFolder;
import org.stockwright.testkit.TestDatabases;
import org.stockwright.testkit.World;

/** The framework's services for the tests of this bundle; closing it closes the store. */
final class TestStore implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 20_000;

    private final Path folder;
    private StoreLocation location;

    /** A store in this folder, not open yet. */
    TestStore(Path folder) {
        this.folder = folder;
        this.location = new StoreLocation.Folder(folder);
    }

    /** A store in this folder, made and open: a copy of one that is made once, because making one takes seconds. */
    static TestStore open(Path folder) {
        TestStore store = new TestStore(folder);
        stores().close();
        if (World.isPostgres()) {
            System.setProperty("stockwright.home", folder.toString());
            store.location = TestDatabases.migrated(stores());
        } else {
            EmptyFolder.copyTo(folder, stores());
        }
        store.open(true).value();
        return store;
    }

    /** The framework. */
    static BundleContext context() {
        return FrameworkUtil.getBundle(TestStore.class).getBundleContext();
    }

    /** A service of the framework. */
    static <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new IllegalStateException("no service " + type.getName());
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }

    /** The service that opens stores. */
    static Stores stores() {
        return service(Stores.class);
    }

    /** Opens it. */
    Outcome<StoreInfo> open(boolean create) {
        return stores().open(location(), "tester", create, Progress.NONE);
    }

    /** Closes it and opens it again. */
    void reopen() {
        stores().close();
        open(false).value();
    }

    /** Where it is. */
    StoreLocation location() {
        return location;
    }

    /** Its files. */
    StoreFolder folder() {
        return new StoreFolder(folder);
    }

    /** The open store's units of work. */
    UnitOfWork work() {
        return service(UnitOfWork.class);
    }

    /** How many rows a table has. */
    long count(String table) {
        return number("SELECT COUNT(*) FROM " + table);
    }

    /** The one number that a query yields. */
    long number(String query) {
        return work().read(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
                rows.next();
                return Long.valueOf(rows.getLong(1));
            }
        }).longValue();
    }

    /** Runs one statement in a unit of work of its own. */
    Outcome<Integer> execute(String sql) {
        return work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                return Outcome.done(Integer.valueOf(statement.executeUpdate(sql)));
            }
        });
    }

    /** How many settings the test stored: the schema's own have names with a dot. */
    long settings() {
        return number("SELECT COUNT(*) FROM setting WHERE name NOT LIKE '%.%'");
    }

    /** Stores a setting. */
    Outcome<Integer> set(String name, String text) {
        return execute("INSERT INTO setting (name, text, version) VALUES ('" + name + "', '" + text + "', 0)");
    }

    @Override
    public void close() {
        stores().close();
        if (location instanceof StoreLocation.Server database) {
            TestDatabases.drop(database);
        }
    }

}
