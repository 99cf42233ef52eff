package org.stockwright.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Backups made while clerks post, restored elsewhere: clean, and with the figures of that moment. */
class BackupIT {

    private static final int CLERKS = 4;
    private static final int LINES = 10;
    private static final Duration TIME = Duration.ofSeconds(Book.NIGHTLY ? 60 : 6);

    @TempDir
    private Path folder;

    @BeforeAll
    static void onlyEmbedded() {
        World.assumeDerby("the server has backups of its own");
    }

    @Test
    void aBackupWhileClerksPostHoldsWhatWasAcknowledgedBeforeItAndItsFiguresFit() throws Exception {
        Path store = folder.resolve("store");
        Path file = folder.resolve("stock.zip");
        Set<String> told = ConcurrentHashMap.newKeySet();
        Set<String> before = new HashSet<>();
        try (Book book = Book.make(store)) {
            post(book, "W", Duration.ofSeconds(2), told);
            Crowd alone = post(book, "A", TIME, told);
            CompletableFuture<Void> backups = new CompletableFuture<>();
            AtomicBoolean over = new AtomicBoolean();
            AtomicInteger made = new AtomicInteger();
            Stores stores = book.world().service(Stores.class);
            Thread copier = Thread.ofPlatform().start(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(300);
                    before.addAll(told);
                    stores.backup(file, Progress.NONE).value();
                    for (made.set(1); !over.get(); made.incrementAndGet()) {
                        stores.backup(folder.resolve("more" + made + ".zip"), Progress.NONE).value();
                    }
                    backups.complete(null);
                } catch (InterruptedException | RuntimeException e) {
                    backups.completeExceptionally(e);
                }
            });
            Crowd beside = post(book, "B", TIME, told);
            over.set(true);
            copier.join();
            backups.join();
            System.out.printf("backup: posting alone %s; beside %d backups one after the other %s; %.1f %% slower%n",
                alone, made.get(), beside, 100 - 100 * beside.perSecond() / alone.perSecond());
            assertThat(beside.perSecond()).as("posting beside backups without a pause")
                .isGreaterThan(alone.perSecond() / 5);
            book.assertClean();
        }
        Path elsewhere = folder.resolve("elsewhere");
        FreeWorld.stores().restore(file, new StoreLocation.Folder(elsewhere), Progress.NONE).value();
        List<String> movements;
        try (Book book = Book.open(elsewhere)) {
            book.assertClean();
            book.assertChained();
            assertThat(book.rows("SELECT posting_key FROM posting")).containsAll(before);
            movements = book
                .rows("SELECT seq, posting_id, line, quantity, from_balance_id, to_balance_id FROM movement");
            assertThat(movements).hasSizeGreaterThanOrEqualTo(before.size() * LINES);
        }
        try (Book book = Book.open(store)) {
            assertThat(
                book.rows("SELECT seq, posting_id, line, quantity, from_balance_id, to_balance_id FROM movement"))
                .containsAll(movements);
        }
    }

    @Test
    void whatIsRestoredElsewhereHasTheSameTrialBalance() {
        Path store = folder.resolve("store");
        Path file = folder.resolve("stock.zip");
        List<String> figures;
        try (Book book = Book.make(store)) {
            for (int i = 0; i < 30; i++) {
                book.receive("R" + i, 1 + i % Book.ITEMS);
            }
            book.assertChained();
            figures = book.trialBalance();
            book.world().service(Stores.class).backup(file, Progress.NONE).value();
        }
        Path elsewhere = folder.resolve("elsewhere");
        FreeWorld.stores().restore(file, new StoreLocation.Folder(elsewhere), Progress.NONE).value();
        try (Book book = Book.open(elsewhere)) {
            assertThat(book.trialBalance()).isEqualTo(figures).hasSizeGreaterThanOrEqualTo(Book.ITEMS);
            book.assertClean();
            book.assertChained();
        }
    }

    private static Crowd post(Book book, String prefix, Duration time, Set<String> told) throws InterruptedException {
        return Crowd.work(CLERKS, time, (clerk, step) -> {
            String key = prefix + clerk + "-" + step;
            book.receive(key, LINES);
            told.add(key);
            return true;
        });
    }

}
