package org.stockwright.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.persistence.InstalledModule.Guard;
import org.stockwright.persistence.InstalledModule.OwnedKind;
import org.stockwright.persistence.spi.ModuleContribution;

/**
 * A module that is installed for a test, and is missing when it is closed. Both take effect when the store is opened. A class of a
 * test's own that extends it makes it a module of that test's bundle.
 */
public class GuestModule implements ModuleContribution, AutoCloseable {

    /** Its id. */
    public static final String ID = "test.guest";
    /** Its feature. */
    public static final String FEATURE = "test.guest.feature";

    private final URL script;
    private final List<OwnedKind> kinds;
    private final List<Guard> guards;
    private final ServiceRegistration<ModuleContribution> registration;

    /**
     * Installs it.
     *
     * @param folder where its script may lie
     * @param sql its only migration
     */
    protected GuestModule(Path folder, String sql, List<OwnedKind> kinds, List<Guard> guards) {
        this.script = script(folder, sql);
        this.kinds = List.copyOf(kinds);
        this.guards = List.copyOf(guards);
        this.registration = FrameworkUtil.getBundle(GuestModule.class).getBundleContext()
            .registerService(ModuleContribution.class, this, null);
    }

    /**
     * Installs it.
     *
     * @param folder where its script may lie
     * @param sql its only migration
     */
    public static GuestModule install(Path folder, String sql, List<OwnedKind> kinds, List<Guard> guards) {
        return new GuestModule(folder, sql, kinds, guards);
    }

    private static URL script(Path folder, String sql) {
        try {
            Path file = Files.writeString(Files.createDirectories(folder).resolve("0001-guest.sql"), sql);
            return file.toUri().toURL();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String moduleId() {
        return ID;
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String title() {
        return "Guest";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<URL> migrations() {
        return List.of(script);
    }

    @Override
    public List<OwnedKind> documents() {
        return kinds;
    }

    @Override
    public List<Guard> guards() {
        return guards;
    }

    /** Uninstalls it. */
    @Override
    public void close() {
        registration.unregister();
    }

}
