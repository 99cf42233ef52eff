package org.stockwright.testkit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Hashtable;
import java.util.function.UnaryOperator;

import org.opentest4j.TestAbortedException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;

/**
 * A fresh store, open in this framework, with a clock that stands at 2026-01-15T08:00:00Z. Closing it closes the store.
 * One world at a time. It is an embedded one, unless the property {@value #STORE} says {@code postgresql}: then it is a
 * database of its own on the server for tests, deleted when the world is closed.
 */
public final class World implements AutoCloseable {

    /** When every world begins. */
    public static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    /** System property: {@code postgresql} for tests on the server that {@link TestDatabases#SERVER} names. */
    public static final String STORE = "stockwright.store";

    private static final long PATIENCE_MILLIS = 20_000;

    private final BundleContext context;
    private final ServiceRegistration<Clock> clockRegistration;
    private final TestClock clock = new TestClock(START);
    private final Path folder;
    private StoreLocation location;
    private StoreLocation.Server database;
    private Bundle stopped;

    private World(Path folder) {
        this.folder = folder;
        this.context = FrameworkUtil.getBundle(World.class).getBundleContext();
        Hashtable<String, Object> first = new Hashtable<>();
        first.put(Constants.SERVICE_RANKING, Integer.MAX_VALUE);
        this.clockRegistration = context.registerService(Clock.class, clock, first);
    }

    /** Opens a store in the folder, making one if there is none. */
    public static World open(Path folder) {
        World world = new World(folder);
        try {
            world.make();
            world.reopen();
            return world;
        } catch (RuntimeException e) {
            world.clockRegistration.unregister();
            throw e;
        }
    }

    /**
     * Opens a store that a module never had to do with; the module comes back when the world is closed. For tests of the
     * core alone, which the module's own work would slow down.
     *
     * @param module the name of its bundle
     */
    public static World openWithout(String module, Path folder) {
        World world = new World(folder);
        try {
            Bundle bundle = Arrays.stream(world.context.getBundles())
                .filter(one -> module.equals(one.getSymbolicName())).findFirst().orElse(null);
            world.service(Stores.class).close();
            if (bundle != null) {
                bundle.stop(Bundle.STOP_TRANSIENT);
                world.stopped = bundle;
            }
            if (isPostgres()) {
                System.setProperty("stockwright.home", folder.toString());
                world.database = TestDatabases.empty();
                world.location = world.database;
            } else {
                world.location = new StoreLocation.Folder(folder);
            }
            world.reopen();
            return world;
        } catch (BundleException e) {
            world.clockRegistration.unregister();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            world.restart();
            world.clockRegistration.unregister();
            throw e;
        }
    }

    private void restart() {
        if (stopped != null) {
            try {
                stopped.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
            } catch (BundleException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * Opens a new database on the server for tests, whatever kind worlds are otherwise.
     *
     * @param folder for what this machine keeps of it
     * @param way by which it is reached, for example through a proxy
     */
    public static World onServer(Path folder, UnaryOperator<StoreLocation.Server> way) {
        World world = new World(folder);
        try {
            world.database = world.makeDatabase();
            world.location = way.apply(world.database);
            world.reopen();
            return world;
        } catch (RuntimeException e) {
            world.clockRegistration.unregister();
            throw e;
        }
    }

    /** Whether worlds are on PostgreSQL in this run. */
    public static boolean isPostgres() {
        return "postgresql".equals(System.getProperty(STORE));
    }

    /** Skips the test when worlds are not embedded; the reason says what it is about. */
    public static void assumeDerby(String reason) {
        if (isPostgres()) {
            throw new TestAbortedException("Only on an embedded store: " + reason);
        }
    }

    private void make() {
        if (isPostgres()) {
            database = makeDatabase();
            location = database;
        } else {
            Stores stores = service(Stores.class);
            stores.close();
            EmptyFolder.copyTo(folder, stores);
            location = new StoreLocation.Folder(folder);
        }
    }

    private StoreLocation.Server makeDatabase() {
        Stores stores = service(Stores.class);
        stores.close();
        System.setProperty("stockwright.home", folder.toString());
        return TestDatabases.migrated(stores);
    }

    /** Where the store is. */
    public StoreLocation location() {
        return location;
    }

    /** Closes the store and opens it again, as a restart of the program does. */
    public void reopen() {
        Stores stores = service(Stores.class);
        stores.close();
        stores.open(location, "tester", true, Progress.NONE).value();
    }

    /** The clock that stamps what is recorded. */
    public TestClock clock() {
        return clock;
    }

    /** The folder of the store, or of what this machine keeps of it. */
    public Path folder() {
        return folder;
    }

    /**
     * A service of an installed area.
     *
     * @throws IllegalStateException when it does not come within twenty seconds
     */
    public <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
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

    @Override
    public void close() {
        service(Stores.class).close();
        restart();
        clockRegistration.unregister();
        if (database != null) {
            TestDatabases.drop(database);
        }
    }

}
