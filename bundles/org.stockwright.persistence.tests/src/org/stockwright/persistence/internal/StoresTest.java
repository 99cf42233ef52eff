package org.stockwright.persistence.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Outcome;
import org.stockwright.base.RefusalCode;
import org.stockwright.model.CoreModel;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Opening, closing and reopening on a real Derby. */
class StoresTest {

    @BeforeAll
    static void onAnEmbeddedStore() {
        World.assumeDerby("its folder");
    }

    @TempDir
    private Path folder;

    @Test
    void aNewStoreHasTheWholeSchemaAndOpensAgain() throws IOException {
        try (TestStore store = new TestStore(folder)) {
            store.open(true).value();
            StoreInfo info = TestStore.stores().current().orElseThrow();
            assertThat(info.schema()).isEqualTo(newest());
            assertThat(info.engine()).isEqualTo("Apache Derby 10.17.1.0");
            assertThat(info.user()).isEqualTo("tester");
            assertThat(info.lastBackup()).isEmpty();
            assertThat(store.count("quality_status")).isEqualTo(5);
            store.reopen();
            assertThat(store.count("quality_status")).isEqualTo(5);
            assertThat(store.count("schema_migration")).isEqualTo(schemas());
        }
        assertThat(TestStore.stores().current()).isEmpty();
        assertThat(TestStore.context().getServiceReference(UnitOfWork.class)).isNull();
    }

    private static int newest() throws IOException {
        return Schema.of(List.of(), DerbyEngine.SCRIPTS).newest().get(Schema.CORE).intValue();
    }

    private static int schemas() throws IOException {
        return Migration.of(Schema.CORE, CoreModel.migrations(), DerbyEngine.SCRIPTS).size();
    }

    @Test
    void theCoreNamesEveryScriptOfItsFolder() {
        Bundle model = FrameworkUtil.getBundle(CoreModel.class);
        List<String> there = Collections.list(model.findEntries("migrations", "*.sql", false)).stream()
            .map(url -> url.getPath().substring(url.getPath().lastIndexOf('/') + 1)).sorted().toList();
        List<String> named = CoreModel.migrations().stream()
            .map(url -> url.getPath().substring(url.getPath().lastIndexOf('/') + 1)).toList();
        assertThat(named).isEqualTo(there);
    }

    @Test
    void whereThereIsNoStoreNothingIsMadeUnasked() {
        Path missing = folder.resolve("missing");
        assertThat(code(new TestStore(missing).open(false))).isEqualTo(StoreRefusal.NO_STORE);
        assertThat(missing).doesNotExist();
    }

    @Test
    void aFolderWithOtherThingsIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "Dear");
        assertThat(code(new TestStore(folder).open(true))).isEqualTo(StoreRefusal.NOT_EMPTY);
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("letter.txt"));
    }

    @Test
    void anInterruptedCreationIsBegunAgain() throws IOException {
        Files.createDirectories(folder.resolve("derby.new/seg0"));
        Files.writeString(folder.resolve("derby.new/service.properties"), "half");
        try (TestStore store = new TestStore(folder)) {
            assertThat(store.open(true).isDone()).isTrue();
            assertThat(folder.resolve("derby.new")).doesNotExist();
        }
    }

    @Test
    void nobodyElseMayReadTheFolder() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no POSIX rights here");
        try (TestStore store = TestStore.open(folder.resolve("mine"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.folder().path())))
                .isEqualTo("rwx------");
        }
    }

    @Test
    void aSecondDerbyInTheFrameworkIsRefused() throws Exception {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar)) {
            out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            out.write("""
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: other.derby
                Export-Package: org.apache.derby.jdbc;version="10.16"
                """.getBytes(StandardCharsets.UTF_8));
        }
        Bundle second = TestStore.context().installBundle("test:second-derby",
            new ByteArrayInputStream(jar.toByteArray()));
        try {
            assertThat(code(new TestStore(folder).open(true))).isEqualTo(StoreRefusal.TWO_ENGINES);
        } finally {
            second.uninstall();
        }
    }

    @Test
    void aFullDiskIsRefusedBeforeAnythingIsWritten() {
        System.setProperty(FreeSpace.NEEDED, Long.toString(1L << 40));
        try {
            Path fresh = folder.resolve("fresh");
            assertThat(code(new TestStore(fresh).open(true))).isEqualTo(StoreRefusal.DISK_FULL);
            assertThat(fresh).doesNotExist();
        } finally {
            System.clearProperty(FreeSpace.NEEDED);
        }
    }

    @Test
    void postingStopsBeforeTheDiskIsFullAndGoesOnWhenThereIsSpace() throws InterruptedException {
        try (TestStore store = TestStore.open(folder)) {
            assertThat(store.set("a", "1").isDone()).isTrue();
            System.setProperty(FreeSpace.NEEDED, Long.toString(1L << 40));
            try {
                Thread.sleep(1_100);
                assertThat(code(store.set("b", "1"))).isEqualTo(StoreRefusal.DISK_FULL);
                assertThat(store.settings()).isEqualTo(1);
            } finally {
                System.clearProperty(FreeSpace.NEEDED);
            }
            Thread.sleep(1_100);
            assertThat(store.set("b", "1").isDone()).isTrue();
        }
    }

    @Test
    void aDatabaseThatStartsReadOnlyIsRefused() throws IOException {
        TestStore store = TestStore.open(folder);
        store.close();
        // Derby takes its database for read-only when it cannot write its lock file.
        Path lock = store.folder().database().resolve("db.lck");
        Files.deleteIfExists(lock);
        Files.createDirectory(lock);
        Files.createFile(lock.resolve("in-the-way"));
        assertThat(code(store.open(false))).isEqualTo(StoreRefusal.READ_ONLY);
        Folders.delete(lock);
        try (TestStore again = store) {
            assertThat(again.open(false).isDone()).isTrue();
        }
    }

    @Test
    void aFolderThatMayNotBeWrittenIsRefused() throws IOException {
        TestStore store = TestStore.open(folder);
        store.close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "this user may write everywhere");
            assertThat(code(store.open(false))).isEqualTo(StoreRefusal.READ_ONLY);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void afterClosingNoWorkBegins() {
        UnitOfWork work;
        try (TestStore store = TestStore.open(folder)) {
            work = store.work();
        }
        assertThatThrownBy(() -> work.read(transaction -> "x")).isInstanceOf(IllegalStateException.class);
    }

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.refusals().getFirst().code();
    }

}
