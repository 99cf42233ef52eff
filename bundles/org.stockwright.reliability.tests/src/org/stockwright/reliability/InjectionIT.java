package org.stockwright.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.CrashPoint;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.Errand;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;

/** A process ends at each of the named points: afterwards the store is as before or as after, never between. */
class InjectionIT {

    private static final int DOCUMENTS = 8;
    private static final int LINES = 5;
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    static Path folder;

    private static Path template;
    private static List<String> errand;

    @BeforeAll
    static void makeTheTemplate() {
        World.assumeDerby("copies of folders");
        template = folder.resolve("template");
        try (Book book = Book.make(template)) {
            book.receive("BEFORE", LINES);
            errand = List.of(book.errand(template, "C", DOCUMENTS, LINES));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyPoint() {
        return Arrays.stream(CrashPoint.values())
            .map(point -> DynamicTest.dynamicTest(point.name(), () -> endsAt(point)));
    }

    /** A new point must be given its test here: the switch has no default. */
    private static void endsAt(CrashPoint point) throws Exception {
        Path store = Copies.copy(template, folder.resolve(point.name()));
        switch (point) {
            case POSTING_NUMBERED, POSTING_APPENDED, BEFORE_COMMIT -> assertThat(posting(point, 3, store)).isZero();
            case AFTER_COMMIT, BEFORE_ACKNOWLEDGEMENT -> assertThat(posting(point, 3, store)).isLessThanOrEqualTo(1);
            case SEAL_APPENDED, SEAL_COMMITTED -> assertThat(posting(point, 1, store)).isLessThanOrEqualTo(1);
            case MIGRATION_STATEMENT -> {
                for (int statement : new int[] { 1, 12 }) {
                    migration(point, statement, folder.resolve("new" + statement));
                }
            }
            case MIGRATION_COMMITTED -> migration(point, 1, folder.resolve("new"));
            case BACKUP_COPIED, BACKUP_WRITTEN -> backup(point, store);
        }
    }

    /** How many documents more are stored than were acknowledged. */
    private static int posting(CrashPoint point, int visit, Path store) throws Exception {
        List<String> words = new ArrayList<>(errand);
        words.set(1, store.toString());
        if (point == CrashPoint.SEAL_APPENDED || point == CrashPoint.SEAL_COMMITTED) {
            // the sealer works in the background: there must be something to seal until it comes by
            words.set(3, "0");
        }
        List<String> said = crash(point, visit, words);
        int acknowledged = (int) said.stream().filter(line -> line.startsWith("posted ")).count();
        int stored = 0;
        try (Book book = Book.open(store)) {
            while (book.lines("C" + stored) > 0) {
                assertThat(book.lines("C" + stored)).isEqualTo(LINES);
                stored++;
            }
            book.assertClean();
        }
        // who did not hear sends it all again: what is there is not posted twice
        words.set(3, Integer.toString(Math.max(DOCUMENTS, stored + 1)));
        Errand.run(words.toArray(String[]::new));
        try (Book book = Book.open(store)) {
            assertThat(book.warehouse().rows("posting")).isEqualTo(Math.max(DOCUMENTS, stored + 1) + 1L);
            book.assertClean();
        }
        return stored - acknowledged;
    }

    private static void migration(CrashPoint point, int visit, Path store) throws Exception {
        crash(point, visit, List.of("OPEN", store.toString()));
        try (Book book = Book.open(store)) {
            book.furnish();
            book.receive("AFTER", LINES);
            assertThat(book.lines("AFTER")).isEqualTo(LINES);
            book.assertClean();
        }
    }

    private static void backup(CrashPoint point, Path store) throws Exception {
        Path files = Files.createDirectories(folder.resolve("backups-" + point));
        Path file = files.resolve("stock.zip");
        crash(point, 1, List.of("BACKUP", store.toString(), file.toString()));
        assertThat(file).doesNotExist();
        try (Book book = Book.open(store)) {
            assertThat(book.lines("BEFORE")).isEqualTo(LINES);
            book.assertClean();
            Stores stores = book.world().service(Stores.class);
            assertThat(stores.backup(file, Progress.NONE).value()).isEqualTo(file);
            try (Stream<Path> left = Files.list(files)) {
                assertThat(left).containsExactly(file);
            }
        }
        Path restored = folder.resolve("restored-" + point);
        try (Book book = Book.open(store)) {
            book.world().service(Stores.class).restore(file, new StoreLocation.Folder(restored), Progress.NONE).value();
        }
        try (Book book = Book.open(restored)) {
            assertThat(book.lines("BEFORE")).isEqualTo(LINES);
            book.assertClean();
        }
    }

    /** What the process said before it ended at the point. */
    private static List<String> crash(CrashPoint point, int visit, List<String> words) throws Exception {
        List<String> said = new ArrayList<>();
        try (SecondProcess process = SecondProcess.start(
            Files.createTempDirectory(folder, "process"), Map.of(CrashPoint.PROPERTY, point.name() + '#' + visit),
            words.toArray(String[]::new))) {
            process.within(PATIENCE_SECONDS);
            process.listen(said::add);
            assertThat(process.end(PATIENCE_SECONDS)).as(point + " ends the process, which said " + said)
                .isEqualTo(CrashPoint.EXIT);
        }
        return said;
    }

}
