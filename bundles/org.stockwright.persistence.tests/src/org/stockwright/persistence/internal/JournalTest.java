package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The acknowledgement journal's file. */
class JournalTest {

    @TempDir
    private Path folder;

    @Test
    void aTornLastLineIsSkippedAndCutOffAtTheNextOpening() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        try (Journal journal = Journal.open(file)) {
            journal.append(JournalText.line(1, "aa") + JournalText.line(2, "bb"));
        }
        Files.writeString(file, JournalText.line(3, "cc").substring(0, 7), StandardOpenOption.APPEND);
        assertThat(read(file)).containsExactly("1 aa", "2 bb");
        try (Journal journal = Journal.open(file)) {
            journal.append(JournalText.line(4, "dd"));
        }
        assertThat(read(file)).containsExactly("1 aa", "2 bb", "4 dd");
    }

    @Test
    void aChangedLineInTheMiddleIsToldWithItsNumber() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        try (Journal journal = Journal.open(file)) {
            journal.append(JournalText.line(1, "aa") + JournalText.line(2, "bb") + JournalText.line(3, "cc"));
        }
        Files.writeString(file, Files.readString(file).replace("2 bb", "2 bc"));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("Line 2");
    }

    @Test
    void aLineIsInTheFileWhenTheCallerHearsOfIt() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        try (Journal journal = Journal.open(file)) {
            for (int i = 1; i <= 100; i++) {
                journal.append(JournalText.line(i, "aa"));
                assertThat(read(file)).hasSize(i);
            }
        }
    }

    @Test
    void aDiskThatTakesNothingIsToldEachTime() throws IOException {
        Path file = Path.of("/dev/full");
        assumeTrue(Files.exists(file), "only where a device says that it is full");
        Journal journal = Journal.open(file);
        assertThatThrownBy(() -> journal.append(JournalText.line(1, "aa"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> journal.append(JournalText.line(2, "bb"))).isInstanceOf(IOException.class);
        assertThatThrownBy(journal::close).isInstanceOf(IOException.class);
    }

    @Test
    void zerosThatACrashLeavesAtTheEndAreNoText() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        Files.writeString(file, JournalText.line(1, "aa") + JournalText.line(2, "bb") + "\0".repeat(70_000));
        assertThat(read(file)).containsExactly("1 aa", "2 bb");
        try (Journal journal = Journal.open(file)) {
            journal.append(JournalText.line(3, "cc"));
        }
        assertThat(read(file)).containsExactly("1 aa", "2 bb", "3 cc");
    }

    @Test
    void aWriteOfWhichOnlyLaterSectorsReachedTheDiskIsCutOffWhole() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        String torn = "\0".repeat(512 - JournalText.line(1, "aa").length()) + JournalText.line(2, "bb")
            + JournalText.line(3, "cc");
        Files.writeString(file, JournalText.line(1, "aa") + torn + "\0".repeat(9_000));
        assertThat(read(file)).containsExactly("1 aa");
        try (Journal journal = Journal.open(file)) {
            journal.append(JournalText.line(4, "dd"));
        }
        assertThat(read(file)).containsExactly("1 aa", "4 dd");
    }

    @Test
    void zerosFarBeforeTheEndAreDamageAndNotACrash() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        Files.writeString(file, lines(1, 100) + "\0".repeat(512) + lines(101, 60_000));
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageContaining("Line 101");
    }

    @Test
    void moreThanOneWriteAtATimeIsAllThere() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        try (Journal journal = Journal.open(file)) {
            journal.append(lines(1, 30_000));
            journal.append(lines(30_001, 30_010));
            assertThat(read(file)).hasSize(30_010);
        }
        assertThat(Files.readString(file)).isEqualTo(lines(1, 30_010));
    }

    @Test
    void aCopyMadeWhileOthersWriteHasWhatWasAcknowledgedBeforeAndNothingTorn() throws Exception {
        Path file = folder.resolve("acknowledged.log");
        int count = 3_000;
        try (Journal journal = Journal.open(file); ExecutorService pool = Executors.newSingleThreadExecutor()) {
            journal.append(JournalText.line(0, "h"));
            AtomicInteger done = new AtomicInteger();
            Future<?> writer = pool.submit(() -> {
                for (int i = 1; i <= count; i++) {
                    journal.append(JournalText.line(i, "h"));
                    done.set(i);
                }
                return null;
            });
            for (int copy = 0; !writer.isDone(); copy++) {
                int before = done.get();
                Path to = folder.resolve("copy-" + copy);
                JournalText.copy(file, to);
                assertThat(read(to)).hasSizeGreaterThan(before);
                Files.delete(to);
            }
            writer.get();
        }
        assertThat(read(file)).hasSize(count + 1);
    }

    private static String lines(int first, int last) {
        StringBuilder lines = new StringBuilder();
        for (int i = first; i <= last; i++) {
            lines.append(JournalText.line(i, "h"));
        }
        return lines.toString();
    }

    @Test
    void linesOfManyThreadsAreAllThereAndWhole() throws Exception {
        Path file = folder.resolve("acknowledged.log");
        int threads = 8;
        int each = 50;
        try (Journal journal = Journal.open(file); ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * each;
                running.add(pool.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        journal.append(JournalText.line(first + i, "h"));
                    }
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(read(file)).hasSize(threads * each).doesNotHaveDuplicates();
    }

    @Test
    void anInterruptedThreadDoesNotCloseTheJournal() throws IOException {
        Path file = folder.resolve("acknowledged.log");
        try (Journal journal = Journal.open(file)) {
            Thread.currentThread().interrupt();
            journal.append(JournalText.line(1, "aa"));
            assertThat(Thread.interrupted()).isTrue();
            journal.append(JournalText.line(2, "bb"));
        }
        assertThat(read(file)).containsExactly("1 aa", "2 bb");
    }

    private static List<String> read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        JournalText.read(file, (id, hash) -> lines.add(id + " " + hash));
        return lines;
    }

}
