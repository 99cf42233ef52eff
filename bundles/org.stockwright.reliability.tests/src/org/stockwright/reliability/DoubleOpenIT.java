package org.stockwright.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** Two programs on one embedded store, and two Derbys in one program: the second is refused and nothing is lost. */
class DoubleOpenIT {

    private static final int ROUNDS = Book.NIGHTLY ? 50 : 5;
    private static final int DERBY_ROUNDS = Book.NIGHTLY ? 50 : 3;
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("a server may be opened by many");
    }

    @Test
    void aSecondProgramIsRefusedNamingTheFirst() throws Exception {
        Path store = folder.resolve("store");
        try (Book book = Book.make(store)) {
            for (int round = 0; round < ROUNDS; round++) {
                book.receive("D" + round, 2);
                assertThat(openElsewhere(store)).startsWith("refused IN_USE").contains("opened by tester@");
            }
            book.assertClean();
        }
        try (Book book = Book.open(store)) {
            assertThat(book.warehouse().rows("posting")).isEqualTo(ROUNDS);
            book.assertClean();
        }
    }

    @Test
    void weAreRefusedWhileAnotherProgramHasItOpenAndNotAfterIt() throws Exception {
        Path store = folder.resolve("store");
        Book.make(store).close();
        try (SecondProcess other = SecondProcess.start(folder.resolve("process"), Map.of(), "OPEN", store.toString())) {
            other.within(PATIENCE_SECONDS);
            assertThat(other.line()).isEqualTo("opened");
            Stores stores = FreeWorld.stores();
            Outcome<StoreInfo> outcome = stores.open(new StoreLocation.Folder(store), "us", false, Progress.NONE);
            assertThat(outcome.refusals().getFirst().code().name()).isEqualTo("IN_USE");
            assertThat(outcome.refusals().getFirst().sentence()).contains("opened by second@");
            other.kill();
        }
        // a killed program leaves no lock behind
        try (Book book = Book.open(store)) {
            book.assertClean();
        }
    }

    @Test
    void aSecondDerbyInOurProcessDoesNotFreeTheStoreForAnotherProgram() throws Exception {
        Path store = folder.resolve("store");
        URL[] derby = derby();
        try (Book book = Book.make(store)) {
            for (int round = 0; round < DERBY_ROUNDS; round++) {
                book.receive("B" + round, 2);
                assertThat(bootsBesides(derby, store.resolve("derby"))).isFalse();
                assertThat(openElsewhere(store)).startsWith("refused IN_USE");
                book.receive("A" + round, 2);
            }
        }
        try (Book book = Book.open(store)) {
            assertThat(book.warehouse().rows("posting")).isEqualTo(2L * DERBY_ROUNDS);
            book.assertClean();
        }
    }

    private String openElsewhere(Path store) throws Exception {
        try (SecondProcess other = SecondProcess.start(Files.createTempDirectory(folder, "process"), Map.of(), "OPEN",
            store.toString())) {
            other.within(PATIENCE_SECONDS);
            String said = other.line();
            other.end(PATIENCE_SECONDS);
            return said;
        }
    }

    /** Whether a Derby of another class loader opens the live database: it must not, and by trying drops Derby's lock. */
    private boolean bootsBesides(URL[] jars, Path database) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(jars, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) loader.loadClass("org.apache.derby.jdbc.EmbeddedDriver").getDeclaredConstructor()
                .newInstance();
            boolean boots;
            try (Connection connection = driver.connect("jdbc:derby:" + database, new Properties())) {
                boots = connection != null;
            } catch (SQLException refused) {
                boots = false;
            }
            try (Connection none = driver.connect("jdbc:derby:;shutdown=true;deregister=false", new Properties())) {
                assertThat(none).isNull();
            } catch (SQLException stopped) {
                assertThat(stopped.getSQLState()).isEqualTo("XJ015");
            }
            return boots;
        }
    }

    private URL[] derby() throws IOException {
        Bundle bundle = Arrays.stream(FrameworkUtil.getBundle(DoubleOpenIT.class).getBundleContext().getBundles())
            .filter(one -> "org.stockwright.derby".equals(one.getSymbolicName())).findFirst().orElseThrow();
        List<URL> urls = new ArrayList<>();
        for (URL jar : Collections.list(bundle.findEntries("/", "*.jar", true))) {
            Path copy = folder.resolve(Path.of(jar.getPath()).getFileName().toString());
            try (InputStream in = jar.openStream()) {
                Files.copy(in, copy);
            }
            urls.add(copy.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

}
