package org.stockwright.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.persistence.StoreException;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The power is cut while a process posts: a library that is loaded before the real one records what the process writes and
 * forces, and disks are made of that as a cut would leave them. What was acknowledged before the cut is there.
 */
class PowerCutIT {

    private static final int CUTS = Integer.getInteger("stockwright.cuts", Book.NIGHTLY ? 100 : 6);
    private static final int DOCUMENTS = Book.NIGHTLY ? 400 : 60;
    private static final int LINES = 10;
    private static final Path RECORDER = Path.of(System.getProperty("stockwright.root"), "bundles",
        "org.stockwright.reliability.tests", "native", "recorder.c");

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("the server's disk is the server's");
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the recorder is made for Linux");
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAPowerCut() throws Exception {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("PowerCutIT: -Dstockwright.seed=" + seed);
        Random random = new Random(seed);
        Path real = folder.toRealPath();
        Path recorder = recorder(real.resolve("recorder.so"));
        Path store = real.resolve("store");
        String[] errand;
        try (Book book = Book.make(store)) {
            errand = book.errand(store, "P", DOCUMENTS, LINES);
        }
        Path before = Copies.copy(store, real.resolve("before"));
        DiskWrites writes = record(recorder, store, errand);
        assertThat(writes.unknown()).as("writes that were not seen").isEmpty();
        CutDisk disk = new CutDisk(store, writes);
        disk.whole(before, real.resolve("whole"));
        assertThat(Copies.hashes(real.resolve("whole"))).as("nothing was overlooked").isEqualTo(Copies.hashes(store));

        int first = writes.first("posted ");
        int last = writes.last("posted ");
        long acknowledged = 0;
        long untold = 0;
        for (int round = 0; round < CUTS; round++) {
            // while it posts, and every third time also later, while it closes the book
            int end = round % 3 == 2 ? writes.count() : last;
            int at = first + random.nextInt(end - first + 1);
            Path target = real.resolve("cut" + round);
            disk.cut(before, target, at, random);
            List<String> posted = acknowledged(writes, at);
            try (Book book = Book.open(target)) {
                assertThat(missing(book, posted)).as("cut %d behind %d of %d writes", round, at, writes.count())
                    .isEmpty();
                for (int next = posted.size(); next < DOCUMENTS && book.lines(errand[2] + next) > 0; next++) {
                    assertThat(book.lines(errand[2] + next)).as(errand[2] + next).isEqualTo(LINES);
                    untold++;
                }
                book.assertClean();
                book.assertChained();
            }
            Copies.delete(target);
            acknowledged += posted.size();
        }
        System.out.printf("power cut: %d cuts in %,d writes, %,d documents acknowledged before them, 0 lost, %d stored "
            + "without their acknowledgement%n", CUTS, writes.count(), acknowledged, untold);
        assertThat(acknowledged).isGreaterThan(CUTS);
        assertThat(isNoticed(before, real.resolve("lying"), store, writes.neverForced(), random))
            .as("a disk that forgets what was forced is noticed").isTrue();
    }

    /** A disk writes 4 KB whole or not at all. */
    @Test
    void noPageIsLargerThanWhatADiskWritesAtOnce() {
        try (Book book = Book.make(folder.resolve("store"))) {
            List<String> tables = book
                .rows("SELECT s.schemaname, t.tablename FROM sys.systables t JOIN sys.sysschemas s "
                    + "ON s.schemaid = t.schemaid WHERE t.tabletype = 'T'");
            assertThat(tables).hasSizeGreaterThan(20).allSatisfy(table -> {
                String[] name = table.split(" ");
                assertThat(book.rows("SELECT conglomeratename, pagesize FROM TABLE(syscs_diag.space_table('" + name[0]
                    + "', '" + name[1] + "')) p WHERE pagesize > 4096")).as(table).isEmpty();
            });
        }
    }

    /** The control: without any force the same cut loses something, or the book does not even open. */
    private static boolean isNoticed(Path before, Path target, Path store, DiskWrites writes, Random random)
        throws IOException {
        int at = writes.last("posted ");
        new CutDisk(store, writes).cut(before, target, at, random);
        try (Book book = Book.open(target)) {
            return !missing(book, acknowledged(writes, at)).isEmpty() || !book.findings().isEmpty();
        } catch (StoreException | IllegalStateException | NoSuchElementException e) {
            System.out.println("power cut: without any force: " + e.getMessage());
            return true;
        }
    }

    private static List<String> acknowledged(DiskWrites writes, int at) {
        return writes.said(at).stream().filter(line -> line.startsWith("posted "))
            .map(line -> line.substring("posted ".length())).toList();
    }

    /** Those of the documents that are not there, or not whole. */
    private static List<String> missing(Book book, List<String> keys) {
        return keys.stream().filter(key -> book.lines(key) != LINES).toList();
    }

    private DiskWrites record(Path recorder, Path store, String... errand) throws Exception {
        Path log = folder.resolve("writes.log");
        List<String> said = new ArrayList<>();
        try (SecondProcess process = SecondProcess.startIn(Map.of("LD_PRELOAD", recorder.toString(), "RECORDER_FOLDER",
            store.toString(), "RECORDER_LOG", log.toString()), folder.resolve("process"), Map.of(), errand)) {
            process.within(300);
            process.listen(said::add);
        }
        assertThat(said).startsWith("opened").endsWith("closed").hasSize(DOCUMENTS + 2);
        DiskWrites writes = DiskWrites.read(log);
        assertThat(writes.said(writes.count())).isEqualTo(said);
        assertThat(writes.list()).filteredOn(DiskWrites.Write::settles).hasSizeGreaterThan(DOCUMENTS);
        return writes;
    }

    private static Path recorder(Path target) throws IOException, InterruptedException {
        Process compiler;
        try {
            compiler = new ProcessBuilder("gcc", "-shared", "-fPIC", "-O1", "-o", target.toString(),
                RECORDER.toString(),
                "-ldl").inheritIO().start();
        } catch (IOException e) {
            assumeTrue(false, "there is no gcc: " + e.getMessage());
            throw e;
        }
        assertThat(compiler.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(compiler.exitValue()).as("gcc").isZero();
        return target;
    }

}
