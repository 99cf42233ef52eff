package org.stockwright.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.testkit.World;
import org.stockwright.testkit.process.SecondProcess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The disk is full, or nearly: work stops before, and where it did not, nothing acknowledged is lost. */
class DiskFullIT {

    private static final String NEEDED = "stockwright.space.megabytes";
    private static final long MEGABYTE = 1024 * 1024;
    private static final long WATCH_MILLIS = 1_200;
    private static final long PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("the disk of the database is the server's");
    }

    @AfterEach
    void needAsMuchAsUsual() {
        System.clearProperty(NEEDED);
        FreeWorld.stores().close();
    }

    @Test
    void postingAndOpeningAreRefusedBeforeTheDiskIsFullAndGoOnByThemselves() throws Exception {
        System.setProperty(NEEDED, "20");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 64)) {
            Path store = disk.folder().resolve("store");
            try (Book book = Book.make(store)) {
                book.receive("A", 5);
                disk.fill(15 * MEGABYTE);
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
                Outcome<PostingReceipt> outcome = post(book, "B");
                assertThat(outcome.refusals().getFirst().code().name()).isEqualTo("DISK_FULL");
                assertThat(book.lines("A")).as("reading goes on").isEqualTo(5);
                disk.free();
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
                assertThat(post(book, "B").isDone()).isTrue();
                book.assertClean();
            }
            disk.fill(15 * MEGABYTE);
            Outcome<StoreInfo> outcome = FreeWorld.stores().open(new StoreLocation.Folder(store), "us", false,
                Progress.NONE);
            assertThat(outcome.refusals().getFirst().code().name()).isEqualTo("DISK_FULL");
        }
    }

    @Test
    void filledUpInTheMiddleOfPostingNothingAcknowledgedIsLostAndAFullDiskShowsNoFigures() throws Exception {
        System.setProperty(NEEDED, "0");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 48)) {
            Path store = disk.folder().resolve("store");
            String[] errand;
            try (Book book = Book.make(store)) {
                errand = book.errand(store, "F", 0, 10);
            }
            disk.fill(2 * MEGABYTE);
            List<String> posted = new ArrayList<>();
            try (SecondProcess process = SecondProcess.start(folder.resolve("process"), Map.of(NEEDED, "0"), errand)) {
                process.within(PATIENCE_SECONDS);
                process.listen(said -> {
                    if (said.startsWith("posted ")) {
                        posted.add(said.substring("posted ".length()));
                    }
                });
            }
            assertThat(posted).isNotEmpty();
            disk.fill(0);
            String opened = openOnFullDisk(store, posted);
            disk.free();
            try (Book book = Book.open(store)) {
                for (String key : posted) {
                    assertThat(book.lines(key)).as(key).isEqualTo(10);
                }
                book.assertClean();
                book.assertChained();
            }
            System.out
                .printf("disk full: %d documents acknowledged until the disk was full, 0 lost; opened while it was"
                    + " full: %s%n", posted.size(), opened);
        }
    }

    /** Opened on the full disk it is refused, fails, or shows exactly what was committed; it never shows other figures. */
    private static String openOnFullDisk(Path store, List<String> posted) {
        try {
            Outcome<StoreInfo> outcome = FreeWorld.stores().open(new StoreLocation.Folder(store), "us", false,
                Progress.NONE);
            if (!outcome.isDone()) {
                return "refused with " + outcome.refusals().getFirst().code().name();
            }
        } catch (StoreException e) {
            return "failed: " + e.getMessage();
        } finally {
            FreeWorld.stores().close();
        }
        try (Book book = Book.open(store)) {
            assertThat(posted).allMatch(key -> book.lines(key) == 10);
            book.assertClean();
            return "opened for writing, with all figures";
        }
    }

    @Test
    void aBackupOrExportThatFillsTheDiskLeavesWhatWasThereAndNothingElse() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("disk"), 8);
            Book book = Book.make(folder.resolve("store"))) {
            book.receive("A", 5);
            Path table = disk.folder().resolve("table.csv");
            Files.writeString(table, "what was there");
            disk.fill(MEGABYTE / 8);
            Stores stores = book.world().service(Stores.class);
            assertThatThrownBy(() -> stores.backup(disk.folder().resolve("stock.zip"), Progress.NONE))
                .isInstanceOf(StoreException.class);
            List<Object[]> rows = IntStream.range(0, 20_000)
                .mapToObj(i -> new Object[] { "a text that is long enough to fill a disk " + i }).toList();
            ExportTable large = new ExportTable("large", List.of("text"), rows);
            assertThatThrownBy(() -> book.world().service(Exports.class).write(large, table, Progress.NONE))
                .isInstanceOf(IOException.class);
            assertThat(table).hasContent("what was there");
            try (Stream<Path> left = Files.list(disk.folder())) {
                assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("filler",
                    "table.csv");
            }
            book.assertClean();
        }
    }

    private static Outcome<PostingReceipt> post(Book book, String key) {
        return book.warehouse().ledger()
            .post(book.warehouse().request(key, book.warehouse().line("SUPPLIER", Book.HERE, "I0", 1)));
    }

}
