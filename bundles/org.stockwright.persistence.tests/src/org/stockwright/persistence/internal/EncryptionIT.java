package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.spi.PasswordSource;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An encrypted book: AES with 256 bits, nothing readable in any file, backups included; useless without its password. */
class EncryptionIT {

    private static final String PASSWORD = "wren copper nine ladder";
    private static final int ROWS = 800;
    private static final long ENOUGH = 80_000;
    private static final String CANARY = "CANARY-in-the-coal-mine";

    @TempDir
    private Path folder;

    @TempDir
    private Path files;

    private TestStore store;
    private ServiceRegistration<PasswordSource> source;
    private Optional<String> password = Optional.of(PASSWORD);

    @BeforeAll
    static void onAnEmbeddedStore() {
        World.assumeDerby("the server's administrator encrypts its disk");
    }

    @BeforeEach
    void offerThePassword() {
        TestStore.stores().close();
        store = new TestStore(folder);
        source = TestStore.context().registerService(PasswordSource.class, new PasswordSource() {

            @Override
            public Optional<char[]> password(String url, String user) {
                return Optional.empty();
            }

            @Override
            public Optional<char[]> bookPassword(String book) {
                return password.map(String::toCharArray);
            }

        }, null);
    }

    @AfterEach
    void close() {
        source.unregister();
        TestStore.stores().close();
    }

    private Outcome<StoreInfo> create(String text) {
        return TestStore.stores().createEncrypted(store.location(), "tester", new Password(text.toCharArray()),
            Progress.NONE);
    }

    @Test
    void nothingThatWasStoredCanBeReadInAnyFile() throws IOException {
        create(PASSWORD).value();
        for (int i = 0; i < ROWS; i++) {
            store.set(CANARY + i, CANARY + " text " + i).value();
        }
        // sorts more than fits into memory, so that the database writes temporary files
        long sorted = store.work().read(transaction -> {
            try (Statement statement = transaction.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT a.text, b.text FROM setting a, setting b "
                    + "WHERE a.name < '" + CANARY + "2' ORDER BY b.text, a.text")) {
                long count = 0;
                while (rows.next() && count < ENOUGH) {
                    count++;
                }
                assertNoCanary(folder);
                return Long.valueOf(count);
            }
        }).longValue();
        assertThat(sorted).isEqualTo(ENOUGH);
        Path backup = files.resolve("backup.zip");
        TestStore.stores().backup(backup, Progress.NONE).value();
        assertNoCanary(folder);
        Path unpacked = files.resolve("unpacked");
        unpack(backup, unpacked);
        assertNoCanary(unpacked);
        TestStore.stores().close();
        assertNoCanary(folder);
        String properties = Files.readString(folder.resolve("derby/service.properties"), StandardCharsets.ISO_8859_1);
        assertThat(properties).contains("dataEncryption=true").as("AES has blocks of 16 bytes, DES of 8")
            .contains("derby.encryptionBlockSize=16");
        store.open(false).value();
        assertThat(store.settings()).isEqualTo(ROWS);
    }

    @Test
    void theKeyHas256BitsAndIsInNoFile() throws IOException {
        create(PASSWORD).value();
        TestStore.stores().close();
        BookKey key = BookKey.read(new StoreFolder(folder).key(), PASSWORD.toCharArray()).orElseThrow();
        assertThat(HexFormat.of().parseHex(key.hex())).hasSize(32);
        assertThat(containing(folder, key.hex())).isEmpty();
        assertThat(containing(folder, PASSWORD)).isEmpty();
    }

    @Test
    void withoutThePasswordOrWithAnotherOneItStaysClosedAndAsItIs() throws IOException {
        create(PASSWORD).value();
        TestStore.stores().close();
        password = Optional.empty();
        assertThat(store.open(false).refusals()).singleElement().extracting(refusal -> refusal.code())
            .isEqualTo(StoreRefusal.NO_BOOK_PASSWORD);
        password = Optional.of("another long password");
        assertThat(store.open(false).refusals()).singleElement().extracting(refusal -> refusal.code())
            .isEqualTo(StoreRefusal.WRONG_BOOK_PASSWORD);
        password = Optional.of(PASSWORD);
        store.open(false).value();
    }

    @Test
    void aMissingKeyIsToldAndADamagedOneIsNotTakenForAWrongPassword() throws IOException {
        create(PASSWORD).value();
        TestStore.stores().close();
        Path key = new StoreFolder(folder).key();
        String text = Files.readString(key);
        Files.delete(key);
        assertThat(store.open(false).refusals()).singleElement().extracting(refusal -> refusal.code())
            .isEqualTo(StoreRefusal.BOOK_KEY_MISSING);
        Files.writeString(key, text.replace("format=1", "format=7"));
        assertThatThrownBy(() -> store.open(false)).hasMessageContaining("damaged");
        Files.writeString(key, text);
        store.open(false).value();
    }

    @Test
    void aBackupIsRestoredWithTheSamePassword() {
        create(PASSWORD).value();
        store.set("a", "b").value();
        Path backup = files.resolve("backup.zip");
        TestStore.stores().backup(backup, Progress.NONE).value();
        TestStore.stores().close();
        Path target = files.resolve("restored");
        TestStore.stores().restore(backup, new StoreLocation.Folder(target), Progress.NONE).value();
        try (TestStore restored = new TestStore(target)) {
            restored.open(false).value();
            assertThat(restored.settings()).isEqualTo(1);
        }
    }

    @Test
    void aShortPasswordMakesNoBook() {
        assertThat(create("short").refusals()).singleElement().extracting(refusal -> refusal.code())
            .isEqualTo(StoreRefusal.WEAK_BOOK_PASSWORD);
        assertThat(folder.resolve("derby")).doesNotExist();
    }

    private static void assertNoCanary(Path root) {
        assertThat(containing(root, CANARY)).isEmpty();
    }

    /** The files that hold a text, as bytes or as the database writes characters. */
    private static Optional<Path> containing(Path root, String text) {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(text)
                    || bytes
                        .contains(new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1))) {
                    return Optional.of(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private static void unpack(Path backup, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
    }

}
