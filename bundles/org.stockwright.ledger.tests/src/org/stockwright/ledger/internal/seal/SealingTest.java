package org.stockwright.ledger.internal.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.Verification.Head;
import org.stockwright.ledger.Verification.Result;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.Dialect;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;

import static org.assertj.core.api.Assertions.assertThat;

/** The chain goes on through crowds, restarts, backups and clocks that go back. */
class SealingTest extends SealWorld {

    private static final Duration LAG = Duration.ofSeconds(5);
    private static final int THREADS = 4;
    private static final int DOCUMENTS = 40;

    @BeforeAll
    void makeItems() {
        warehouse.items("S");
    }

    @Test
    void whatIsPostedIsSealedSoonWithoutBeingAsked() throws InterruptedException {
        long seq = post("soon", receipt("S", 1)).firstSeq();
        long end = System.nanoTime() + LAG.toNanos();
        while (number("SELECT COUNT(*) FROM seal_block WHERE last_seq >= " + seq) == 0) {
            assertThat(System.nanoTime()).as("sealed within " + LAG).isLessThan(end);
            Thread.sleep(20);
        }
        isSound();
    }

    @Test
    void blocksFollowOneAnotherWhileOthersPost() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> clerks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String clerk = "clerk" + thread + "-";
                clerks.add(pool.submit(() -> IntStream.range(0, DOCUMENTS).forEach(i -> {
                    post(clerk + i, receipt("S", 1), receipt("S", 2));
                    // some are undone when their numbers are drawn already
                    warehouse.work()
                        .attempt(transaction -> Outcome.done(transaction.nextIds("movement_seq", 1 + i % 3))).value();
                })));
            }
            while (clerks.stream().anyMatch(clerk -> !clerk.isDone())) {
                verification().seal(Progress.NONE);
            }
            for (Future<?> clerk : clerks) {
                clerk.get();
            }
        } finally {
            pool.shutdownNow();
        }
        List<Result> results = verification().verifyChain(Progress.NONE);
        assertThat(results).allMatch(Result::passed);
        long movements = number("SELECT COUNT(*) FROM movement");
        assertThat(movements).isGreaterThanOrEqualTo((long) THREADS * DOCUMENTS * 2);
        assertThat(results).filteredOn(result -> result.check().equals("chain-movements")).extracting(Result::rows)
            .containsExactly(movements);
        assertThat(number("SELECT SUM(movements) FROM seal_block")).isEqualTo(movements);
        assertThat(number("SELECT MAX(number) FROM seal_block")).isEqualTo(number("SELECT COUNT(*) FROM seal_block"))
            .isGreaterThan(1);
    }

    @Test
    void aBlockHasAThousandMovementsAtMost() {
        seal();
        long before = number("SELECT MAX(number) FROM seal_block");
        for (int i = 0; i < 3; i++) {
            post("large" + i,
                IntStream.range(0, 500).mapToObj(line -> receipt("S", 1)).toArray(MovementLine[]::new));
        }
        seal();
        assertThat(number("SELECT MAX(movements) FROM seal_block")).isLessThanOrEqualTo(Sealing.BLOCK);
        assertThat(number("SELECT SUM(movements) FROM seal_block WHERE number > " + before)).isEqualTo(1_500);
        isSound();
    }

    @Test
    void aClockThatGoesBackLeavesTheChainIntact() {
        Instant now = world.clock().instant();
        try {
            post("noon", receipt("S", 1));
            Head noon = seal();
            world.clock().set(now.minus(Duration.ofDays(1)));
            post("yesterday", receipt("S", 1));
            Head yesterday = seal();
            assertThat(yesterday.block()).isEqualTo(noon.block() + 1);
            assertThat(yesterday.sealed()).isAfterOrEqualTo(noon.sealed());
            world.reopen();
            post("after the restart", receipt("S", 1));
            assertThat(seal().block()).isEqualTo(yesterday.block() + 1);
            isSound();
        } finally {
            world.clock().set(now);
        }
    }

    @Test
    void theHeadIsKeptOutsideAndStaysThroughARestart() throws IOException {
        post("kept", receipt("S", 1));
        Head head = seal();
        world.reopen();
        assertThat(world.service(ChainAnchor.class).read()).hasValueSatisfying(kept -> {
            assertThat(kept.block()).isEqualTo(head.block());
            assertThat(kept.lastSeq()).isEqualTo(head.lastSeq());
            assertThat(kept.hash()).isEqualTo(head.hash());
            assertThat(kept.sealed()).isEqualTo(head.sealed());
        });
        assertThat(seal()).as("nothing new, no new block").isEqualTo(head);
        isSound();
    }

    @Test
    void rebuildingTheBalancesLeavesTheChainIntact() {
        post("rebuilt", receipt("S", 1));
        Head head = seal();
        assertThat(verification().rebuild(Progress.NONE)).allMatch(Result::passed);
        assertThat(seal()).isEqualTo(head);
        isSound();
    }

    @Test
    void aBackupBringsItsOwnHeadAndNoOther(@TempDir Path elsewhere) throws IOException {
        Assumptions.assumeTrue(warehouse.work().<Dialect>read(transaction -> transaction.dialect()) == Dialect.DERBY);
        post("before", receipt("S", 1));
        seal();
        Path backup = elsewhere.resolve("book.zip");
        Stores stores = world.service(Stores.class);
        stores.backup(backup, Progress.NONE).value();
        post("after", receipt("S", 1));
        Head newer = seal();
        Path newerHead = world.folder().resolve("chain.head");
        StoreLocation.Folder restored = new StoreLocation.Folder(elsewhere.resolve("restored"));
        stores.restore(backup, restored, Progress.NONE).value();
        stores.close();
        try {
            stores.open(restored, "tester", false, Progress.NONE).value();
            isSound();
            assertThat(seal().block()).isLessThan(newer.block());
            stores.close();
            // an old copy of the database in the place of the newer one
            Files.copy(newerHead, restored.path().resolve("chain.head"), StandardCopyOption.REPLACE_EXISTING);
            stores.open(restored, "tester", false, Progress.NONE).value();
            assertThat(wrong()).hasSize(1).first().satisfies(result -> {
                assertThat(result.check()).isEqualTo("chain-head");
                assertThat(result.detail()).contains("block " + newer.block() + " up to movement " + newer.lastSeq());
            });
            // going on does not make it look right
            for (int i = 0; i < 3; i++) {
                post("later" + i, receipt("S", 1));
                seal();
            }
            assertThat(wrong()).extracting(Result::check).containsExactly("chain-head");
            assertThat(Files.readString(restored.path().resolve("chain.head"))).isEqualTo(Files.readString(newerHead));
        } finally {
            world.reopen();
        }
        isSound();
    }

}
