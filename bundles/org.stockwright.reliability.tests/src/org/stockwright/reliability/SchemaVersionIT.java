package org.stockwright.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.CrashPoint;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A book that the first release wrote is backed up and migrated, also when the program is killed in the middle of it. */
class SchemaVersionIT {

    private static final long POSTINGS = 31;
    private static final long MOVEMENTS = 155;
    private static final long PATIENCE_SECONDS = 300;
    /** The short form kills at some of the steps, the nightly one at each. */
    private static final int STRIDE = Book.NIGHTLY ? 1 : 60;

    @TempDir
    static Path folder;

    private static Path released;

    @BeforeAll
    static void restoreWhatTheFirstReleaseBackedUp() throws IOException {
        World.assumeDerby("a folder of the first release");
        Path file = folder.resolve("book-of-0.1.0.zip");
        try (InputStream in = SchemaVersionIT.class.getResourceAsStream("book-of-0.1.0.zip")) {
            Files.copy(in, file);
        }
        released = folder.resolve("released");
        FreeWorld.stores().restore(file, new StoreLocation.Folder(released), Progress.NONE).value();
    }

    @Test
    void aBookOfTheFirstReleaseIsBackedUpAndMigrated() throws IOException {
        Path store = Copies.copy(released, folder.resolve("migrated"));
        assertWhole(store);
        Path backup = onlyBackup(store);
        Path old = folder.resolve("old");
        FreeWorld.stores().restore(backup, new StoreLocation.Folder(old), Progress.NONE).value();
        assertWhole(old);
    }

    @Test
    void killedInAnyStepOfTheMigrationTheNextStartGoesOn() throws Exception {
        List<String> points = new ArrayList<>();
        boolean reached = true;
        for (int step = 1; reached; step += STRIDE) {
            reached = killedAt(CrashPoint.MIGRATION_STATEMENT, step);
            points.add(CrashPoint.MIGRATION_STATEMENT + "#" + step);
        }
        assertThat(points).hasSizeGreaterThan(1);
        reached = true;
        for (int script = 1; reached; script += Book.NIGHTLY ? 1 : 6) {
            reached = killedAt(CrashPoint.MIGRATION_COMMITTED, script);
            points.add(CrashPoint.MIGRATION_COMMITTED + "#" + script);
        }
        System.out.printf("schema: killed at %s; the last of each kind is behind the end%n", points);
    }

    @Test
    void killedInTheBackupBeforeTheMigrationTheBookIsUntouched() throws Exception {
        for (CrashPoint point : new CrashPoint[] { CrashPoint.BACKUP_COPIED, CrashPoint.BACKUP_WRITTEN }) {
            assertThat(killedAt(point, 1)).isTrue();
        }
    }

    /** Whether the process got as far as the point; afterwards the book is whole in any case. */
    private static boolean killedAt(CrashPoint point, int visit) throws Exception {
        Path store = Copies.copy(released, folder.resolve(point.name() + visit));
        int exit;
        try (SecondProcess process = SecondProcess.start(Files.createTempDirectory(folder, "process"),
            Map.of(CrashPoint.PROPERTY, point.name() + '#' + visit), "OPEN", store.toString())) {
            exit = process.end(PATIENCE_SECONDS);
        }
        assertThat(exit).isIn(0, CrashPoint.EXIT);
        assertWhole(store);
        return exit == CrashPoint.EXIT;
    }

    private static void assertWhole(Path store) {
        try (Book book = Book.open(store)) {
            assertThat(book.warehouse().rows("posting")).isEqualTo(POSTINGS);
            assertThat(book.warehouse().rows("movement")).isEqualTo(MOVEMENTS);
            assertThat(book.lines("OLD0")).isEqualTo(5);
            assertThat(book.warehouse().reservations().list()).singleElement()
                .satisfies(held -> assertThat(held.holder()).isEqualTo("order 1"));
            book.catchUp();
            book.assertClean();
            book.assertChained();
        }
    }

    private static Path onlyBackup(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("backups"))) {
            return files.toList().getFirst();
        }
    }

}
