package org.stockwright.persistence.internal;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.model.CoreModel;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Schemas that are newer, older, edited, half migrated, or of a module that is missing. */
class SchemaVersionTest {

    @BeforeAll
    static void onAnEmbeddedStore() {
        World.assumeDerby("its side file and its backups");
    }

    private static final String MODULE = "test.module";
    private static final List<InstalledModule.OwnedKind> KINDS = List
        .of(new InstalledModule.OwnedKind("test-kind", "Test", "test.view", true));
    private static final List<InstalledModule.Guard> GUARDS = List
        .of(new InstalledModule.Guard(InstalledModule.Subject.ITEM, "test_a", "id"));

    @TempDir
    private Path folder;

    @TempDir
    private Path scripts;

    private final List<ServiceRegistration<ModuleContribution>> registrations = new ArrayList<>();

    @AfterEach
    void closeAndTakeTheModuleAway() {
        TestStore.stores().close();
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Test
    void aNewerSchemaIsRefusedAndEveryFileStaysAsItWas() throws IOException {
        TestStore store = TestStore.open(folder);
        store.close();
        StoreMark mark = StoreMark.read(store.folder().mark());
        new StoreMark("9.9.9", Map.of(Schema.CORE, Integer.valueOf(99)), mark.lastBackup())
            .write(store.folder().mark());
        Map<String, String> before = FileHashes.of(folder);
        Refusal refusal = store.open(false).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.SCHEMA_NEWER);
        assertThat(refusal.sentence()).contains("schema 99", "knows "
            + Schema.of(List.of(), DerbyEngine.SCRIPTS).newest().get(Schema.CORE));
        assertThat(FileHashes.of(folder)).isEqualTo(before);
    }

    @Test
    void aNewerSchemaIsRefusedAlsoWhenTheSideFileIsLost() throws IOException {
        TestStore store = TestStore.open(folder);
        store.execute("INSERT INTO schema_migration VALUES ('core', 99, 'later', 'x', 0, 0)");
        store.close();
        Files.delete(store.folder().mark());
        assertThat(store.open(false).refusals().getFirst().code()).isEqualTo(StoreRefusal.SCHEMA_NEWER);
    }

    @Test
    void anEditedMigrationIsRefused() {
        TestStore store = TestStore.open(folder);
        store.execute("UPDATE schema_migration SET checksum = 'edited' WHERE module = 'core' AND number = 1");
        store.close();
        Refusal refusal = store.open(false).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.SCHEMA_DIFFERS);
        assertThat(refusal.sentence()).contains("core 1");
    }

    @Test
    void aStoreOfAModuleThatIsNotInstalledOpensAndSaysWhatIsMissing() throws IOException {
        TestStore store = new TestStore(folder);
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY, note ${text});");
        store.open(true).value();
        assertThat(TestStore.stores().modules()).filteredOn(module -> module.id().equals(MODULE))
            .noneMatch(InstalledModule::isMissing).hasSize(1);
        store.execute("INSERT INTO test_a VALUES (7, 'kept')");
        store.close();
        assertThat(TestStore.stores().modules()).isEmpty();
        withdraw();
        store.open(false).value();
        InstalledModule missing = TestStore.stores().modules().getFirst();
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.id()).isEqualTo(MODULE);
        assertThat(missing.version()).isEqualTo("1.0.0");
        assertThat(missing.kinds()).isEqualTo(KINDS);
        assertThat(missing.guards()).isEqualTo(GUARDS);
        assertThat(missing.refusal().sentence()).isEqualTo(
            "Tests of modules is not installed: this book's data of the feature test.feature can only be read");
        assertThat(missing.refusal().hint())
            .isEqualTo("Install the feature test.feature 1.0.0 or newer, then open the book again.");
        assertThat(store.count("test_a")).isEqualTo(1);
        store.close();
        assertThat(StoreMark.read(store.folder().mark()).schema()).as("the side file keeps its number")
            .containsEntry(MODULE, Integer.valueOf(1));
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY, note ${text});",
            "0002-b.sql", "CREATE TABLE test_b (id BIGINT NOT NULL PRIMARY KEY);");
        store.open(false).value();
        assertThat(TestStore.stores().modules()).noneMatch(InstalledModule::isMissing);
        assertThat(store.number("SELECT COUNT(*) FROM schema_migration WHERE module = 'test.module'"))
            .as("what had run did not run again").isEqualTo(2);
        assertThat(store.count("test_a")).isEqualTo(1);
    }

    @Test
    void aModuleOfBeforeModulesWereRememberedIsNamedByItsId() {
        TestStore store = TestStore.open(folder);
        store.execute("INSERT INTO schema_migration VALUES ('org.example.old', 1, 'first', 'x', 0, 0)");
        store.close();
        store.open(false).value();
        InstalledModule missing = TestStore.stores().modules().getFirst();
        assertThat(missing.isMissing()).isTrue();
        assertThat(missing.feature()).isEqualTo("org.example.old.feature");
        assertThat(missing.refusal().hint())
            .isEqualTo("Install the feature org.example.old.feature, then open the book again.");
    }

    @Test
    void aModuleOlderThanItsDataIsRefusedAndOpensWhenItIsTakenAway() throws IOException {
        TestStore store = new TestStore(folder);
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);",
            "0002-b.sql", "CREATE TABLE test_b (id BIGINT NOT NULL PRIMARY KEY);");
        store.open(true).value();
        store.close();
        withdraw();
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);");
        Map<String, String> before = FileHashes.of(folder);
        Refusal refusal = store.open(false).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.SCHEMA_NEWER);
        assertThat(refusal.sentence()).contains(MODULE + " 2", MODULE + " 1");
        assertThat(refusal.hint()).contains("Install the newer version of this module");
        assertThat(FileHashes.of(folder)).isEqualTo(before);
        withdraw();
        store.open(false).value();
        assertThat(TestStore.stores().modules().getFirst().isMissing()).isTrue();
    }

    @Test
    void aModuleWithoutANewMigrationIsRememberedWithItsNewVersion() throws IOException {
        TestStore store = new TestStore(folder);
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);");
        store.open(true).value();
        store.close();
        List<URL> urls = List.of(scripts.resolve("0001-a.sql").toUri().toURL());
        withdraw();
        registrations.add(
            TestStore.context().registerService(ModuleContribution.class, new Module(urls, "1.4.0", false), null));
        store.open(false).value();
        store.close();
        withdraw();
        store.open(false).value();
        assertThat(TestStore.stores().modules().getFirst().version()).isEqualTo("1.4.0");
    }

    @Test
    void aModuleThatIsAPartOfEveryPostingKeepsTheStoreClosed() throws IOException {
        TestStore store = new TestStore(folder);
        Path script = Files.writeString(scripts.resolve("0001-a.sql"),
            "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);");
        Module module = new Module(List.of(script.toUri().toURL()), "1.0.0", true);
        registrations.add(TestStore.context().registerService(ModuleContribution.class, module, null));
        store.open(true).value();
        store.close();
        withdraw();
        Refusal refusal = store.open(false).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.INDISPENSABLE_MISSING);
        assertThat(refusal.sentence()).contains("Tests of modules", "test.feature");
        assertThat(TestStore.stores().current()).isEmpty();
        registrations.add(TestStore.context().registerService(ModuleContribution.class, module, null));
        store.open(false).value();
    }

    @Test
    void aMigrationThatStopsMidwayLeavesNothingOfItselfAndIsResumed() throws IOException {
        TestStore store = TestStore.open(folder);
        store.set("kept", "yes");
        store.close();
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);",
            "0002-b.sql", "CREATE TABLE test_b (id BIGINT NOT NULL PRIMARY KEY); INSERT INTO no_such VALUES (1);");
        Refusal refusal = store.open(false).refusals().getFirst();
        assertThat(refusal.code()).isEqualTo(StoreRefusal.MODULE_FAILED);
        assertThat(refusal.sentence()).contains("for Tests of modules", "2-b", "NO_SUCH");
        assertThat(refusal.hint()).startsWith("Uninstall the feature test.feature, then the book opens without it");
        assertThat(TestStore.stores().current()).isEmpty();
        withdraw();
        store.open(false).value();
        assertThat(TestStore.stores().modules()).as("what of it ran is remembered")
            .anyMatch(module -> module.id().equals(MODULE) && module.isMissing());
        assertThat(store.settings()).as("without it the book opens").isEqualTo(1);
        store.close();
        withdraw();
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);",
            "0002-b.sql", "CREATE TABLE test_b (id BIGINT NOT NULL PRIMARY KEY);");
        store.open(false).value();
        assertThat(store.number("SELECT COUNT(*) FROM schema_migration WHERE module = 'test.module'")).isEqualTo(2);
        assertThat(store.count("test_b")).isZero();
        assertThat(store.settings()).isEqualTo(1);
    }

    @Test
    void aModuleThatCannotBeRememberedIsNamedAndCountsAsMissing() throws IOException {
        TestStore store = TestStore.open(folder);
        store.close();
        List<Module> bad = List.of(new Module(Schema.CORE, List.of(), "1.0.0", false),
            new Module("x".repeat(200), List.of(), "1.0.0", false), new Module(MODULE, List.of(), "", false),
            new Module(MODULE, List.of(Files.writeString(scripts.resolve("first.sql"), "").toUri().toURL()), "1.0.0",
                false));
        Contributions contributions = TestStore.service(Contributions.class);
        for (Module module : bad) {
            registrations.add(TestStore.context().registerService(ModuleContribution.class, module, null));
            store.open(false).value();
            assertThat(TestStore.stores().modules()).noneMatch(one -> one.id().equals(module.moduleId()));
            assertThat(contributions.faulty()).extracting(Contributions.Part::id)
                .containsExactly(Module.class.getName());
            store.close();
            withdraw();
            contributions.enable(Module.class.getName());
        }
    }

    @Test
    void whatAModuleGuardsInNoTableIsLeftOut() throws IOException {
        TestStore store = new TestStore(folder);
        contribute("0001-a.sql", "CREATE TABLE test_other (id BIGINT NOT NULL PRIMARY KEY);");
        store.open(true).value();
        assertThat(TestStore.stores().modules()).filteredOn(module -> module.id().equals(MODULE)).singleElement()
            .satisfies(module -> assertThat(module.guards()).isEmpty());
        List<InstalledModule> before = TestStore.stores().modules();
        store.close();
        store.open(false).value();
        assertThat(TestStore.stores().modules()).as("since when it is so").isEqualTo(before);
        store.close();
        withdraw();
        store.open(false).value();
        assertThat(TestStore.stores().modules().getFirst().guards()).isEmpty();
    }

    @Test
    void anOlderSchemaIsBackedUpBeforeItIsMigrated(@TempDir Path other) throws IOException {
        TestStore store = TestStore.open(folder);
        store.set("kept", "yes");
        assertThat(backups(store)).isEmpty();
        store.close();
        contribute("0001-a.sql", "DELETE FROM setting WHERE name NOT LIKE '%.%';");
        store.open(false).value();
        assertThat(store.settings()).isZero();
        store.close();
        List<Path> backups = backups(store);
        assertThat(backups).hasSize(1);
        withdraw();
        StoreLocation.Folder restored = new StoreLocation.Folder(other.resolve("restored"));
        TestStore.stores().restore(backups.getFirst(), restored, Progress.NONE).value();
        try (TestStore old = new TestStore(restored.path())) {
            old.open(false).value();
            assertThat(old.settings()).isEqualTo(1);
        }
    }

    @Test
    void stoppedBetweenTwoMigrationsItGoesOnFromThere() throws Exception {
        TestStore store = new TestStore(folder);
        contribute("0001-a.sql", "CREATE TABLE test_a (id BIGINT NOT NULL PRIMARY KEY);",
            "0002-b.sql", "CREATE TABLE test_b (id BIGINT NOT NULL PRIMARY KEY);");
        int core = Migration.of(Schema.CORE, CoreModel.migrations(), DerbyEngine.SCRIPTS).size();
        Progress stopped = new CancelAfter(core + 1);
        assertThatThrownBy(() -> TestStore.stores().open(store.location(), "tester", true, stopped))
            .isInstanceOf(Progress.Cancelled.class);
        store.open(true).value();
        assertThat(store.count("schema_migration")).isEqualTo(core + 2);
    }

    private void contribute(String... namesAndTexts) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            Path script = scripts.resolve(namesAndTexts[i]);
            Files.writeString(script, namesAndTexts[i + 1]);
            urls.add(script.toUri().toURL());
        }
        registrations
            .add(TestStore.context().registerService(ModuleContribution.class, new Module(urls, "1.0.0", false), null));
    }

    private void withdraw() {
        registrations.forEach(ServiceRegistration::unregister);
        registrations.clear();
    }

    private static List<Path> backups(TestStore store) throws IOException {
        if (!Files.isDirectory(store.folder().backups())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store.folder().backups())) {
            return files.toList();
        }
    }

    private record Module(String moduleId, List<URL> migrations, String version, boolean isIndispensable)
        implements ModuleContribution {

        Module(List<URL> migrations, String version, boolean isIndispensable) {
            this(MODULE, migrations, version, isIndispensable);
        }

        @Override
        public String title() {
            return "Tests of modules";
        }

        @Override
        public String feature() {
            return "test.feature";
        }

        @Override
        public List<InstalledModule.OwnedKind> documents() {
            return KINDS;
        }

        @Override
        public List<InstalledModule.Guard> guards() {
            return GUARDS;
        }

        @Override
        public List<Class<?>> entities() {
            return List.of();
        }

    }

}
