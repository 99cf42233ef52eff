package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.RefusalCode;
import org.stockwright.base.Sha256;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Backups made while others write, restored and compared; damaged and hostile files. */
class BackupTest {

    @BeforeAll
    static void onAnEmbeddedStore() {
        World.assumeDerby("its backups");
    }

    @TempDir
    private Path folder;

    @TempDir
    private Path files;

    private TestStore store;

    @BeforeEach
    void open() {
        store = TestStore.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBackupDuringWritesHoldsAllThatWasAcknowledgedBeforeIt() throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean stop = new AtomicBoolean();
        Path file = files.resolve("stock.zip");
        long before;
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            Future<?> writer = pool.submit(() -> write(acknowledged, stop));
            try {
                while (acknowledged.get() < 50 && !writer.isDone()) {
                    Thread.sleep(5);
                }
                before = acknowledged.get();
                assertThat(TestStore.stores().backup(file, Progress.NONE).value()).isEqualTo(file);
            } finally {
                stop.set(true);
            }
            writer.get();
        }
        assertThat(acknowledged.get()).as("writing goes on during a backup").isGreaterThan(before);
        assertThat(TestStore.stores().current().orElseThrow().lastBackup()).isPresent();
        long after = acknowledged.get();
        store.reopen();
        assertThat(TestStore.stores().current().orElseThrow().lastBackup()).isPresent();
        store.close();
        Path target = files.resolve("restored");
        TestStore.stores().restore(file, new StoreLocation.Folder(target), Progress.NONE).value();
        try (TestStore restored = new TestStore(target)) {
            restored.open(false).value();
            long rows = restored.settings();
            assertThat(rows).isBetween(before, after);
            AtomicLong lines = new AtomicLong();
            JournalText.read(restored.folder().journal(), (id, hash) -> {
                lines.incrementAndGet();
                assertThat(restored.number("SELECT COUNT(*) FROM setting WHERE name = '" + id + "'")).isEqualTo(1);
            });
            assertThat(lines.get()).isBetween(before, rows);
            assertThat(restored.number("SELECT MAX(version) FROM setting")).isEqualTo(rows);
        }
    }

    private Object write(AtomicLong acknowledged, AtomicBoolean stop) {
        for (long id = 1; !stop.get(); id++) {
            long posting = id;
            store.work().write(transaction -> {
                try (var row = transaction.connection()
                    .prepareStatement("INSERT INTO setting (name, text, version) VALUES (?, 'x', ?)")) {
                    row.setString(1, Long.toString(posting));
                    row.setLong(2, posting);
                    row.executeUpdate();
                }
                transaction.acknowledge(posting, "hash");
                return Outcome.done("x");
            }).value();
            acknowledged.set(posting);
        }
        return null;
    }

    @Test
    void aCancelledBackupLeavesNothing() throws IOException {
        for (int steps : new int[] { 0, 3, 40 }) {
            Map<String, String> before = FileHashes.of(files);
            assertThatThrownBy(() -> TestStore.stores().backup(files.resolve("x.zip"), new CancelAfter(steps)))
                .isInstanceOf(Progress.Cancelled.class);
            assertThat(FileHashes.of(files)).isEqualTo(before);
            assertThat(store.folder().backups()).isEmptyDirectory();
        }
        assertThat(TestStore.stores().current().orElseThrow().lastBackup()).isEmpty();
    }

    @Test
    void aBackupReplacesNoFile() throws IOException {
        Path file = files.resolve("x.zip");
        Files.writeString(file, "mine");
        assertThat(code(TestStore.stores().backup(file, Progress.NONE))).isEqualTo(StoreRefusal.FILE_EXISTS);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFlippedByteIsFoundAndNothingIsRestored() throws IOException {
        Path file = files.resolve("x.zip");
        TestStore.stores().backup(file, Progress.NONE).value();
        byte[] bytes = Files.readAllBytes(file);
        Path target = files.resolve("restored");
        for (int place : new int[] { bytes.length / 5, bytes.length / 2, bytes.length - 5_000, bytes.length - 30 }) {
            byte[] flipped = bytes.clone();
            flipped[place] ^= 4;
            Path damaged = files.resolve("damaged.zip");
            Files.write(damaged, flipped);
            assertThat(code(restore(damaged, target))).as("byte " + place).isEqualTo(StoreRefusal.NOT_A_BACKUP);
            assertThat(target).doesNotExist();
        }
    }

    @Test
    void aTruncatedFileAndAForeignFileAreRefused() throws IOException {
        Path file = files.resolve("x.zip");
        TestStore.stores().backup(file, Progress.NONE).value();
        byte[] bytes = Files.readAllBytes(file);
        Path cut = files.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        assertThat(code(restore(cut, files.resolve("a")))).isEqualTo(StoreRefusal.NOT_A_BACKUP);
        Path text = files.resolve("text.zip");
        Files.writeString(text, "no zip");
        assertThat(code(restore(text, files.resolve("a")))).isEqualTo(StoreRefusal.NOT_A_BACKUP);
        assertThat(code(restore(files.resolve("missing"), files.resolve("a")))).isEqualTo(StoreRefusal.NOT_A_BACKUP);
    }

    @Test
    void namesThatLeadOutOfTheFolderAreRefused() throws IOException {
        for (String name : new String[] { "../evil", "derby/../../evil", "/tmp/evil", "derby\\..\\evil", "derby/..",
            "C:/evil" }) {
            Path file = files.resolve("evil.zip");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                String lines = "format 1\nproduct 1\ncreated 2026-01-01T00:00:00Z\nfile " + Sha256.of("evil") + " 4 "
                    + name + "\nfile " + Sha256.of("evil") + " 4 derby/service.properties\n";
                zip.putNextEntry(new ZipEntry(name));
                zip.write("evil".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("derby/service.properties"));
                zip.write("evil".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
                zip.write((lines + "end " + Sha256.of(lines) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Map<String, String> before = FileHashes.of(files);
            assertThat(code(restore(file, files.resolve("target")))).as(name).isEqualTo(StoreRefusal.NOT_A_BACKUP);
            assertThat(FileHashes.of(files)).isEqualTo(before);
        }
    }

    @Test
    void restoringNeedsAnEmptyPlaceAndCancellingLeavesNothing() throws IOException {
        Path file = files.resolve("x.zip");
        TestStore.stores().backup(file, Progress.NONE).value();
        assertThat(code(restore(file, folder))).isEqualTo(StoreRefusal.NOT_EMPTY);
        Path empty = Files.createDirectory(files.resolve("empty"));
        Map<String, String> before = FileHashes.of(files);
        assertThatThrownBy(() -> TestStore.stores().restore(file, new StoreLocation.Folder(empty),
            new CancelAfter(400))).isInstanceOf(Progress.Cancelled.class);
        assertThat(FileHashes.of(files)).isEqualTo(before);
        assertThat(restore(file, empty).isDone()).isTrue();
        assertThat(empty.resolve("derby")).isDirectory();
    }

    @Test
    void withoutAnOpenStoreThereIsNothingToBackUp() {
        store.close();
        assertThat(code(TestStore.stores().backup(files.resolve("x.zip"), Progress.NONE)))
            .isEqualTo(StoreRefusal.NO_STORE);
    }

    private static Outcome<StoreLocation> restore(Path file, Path target) {
        return TestStore.stores().restore(file, new StoreLocation.Folder(target), Progress.NONE);
    }

    private static RefusalCode code(Outcome<?> outcome) {
        return outcome.refusals().getFirst().code();
    }

}
