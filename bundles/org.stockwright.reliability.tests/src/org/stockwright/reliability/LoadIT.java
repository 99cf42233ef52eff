package org.stockwright.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** Clerks who post documents of ten lines at once: nobody hears of an error, nobody waits long, the book is clean. */
class LoadIT {

    private static final int LINES = 10;
    private static final Duration TIME = Duration.ofSeconds(Book.NIGHTLY ? 120 : 8);
    /** The goals are 40 documents a second, 300 ms and a second; a machine that runs other builds meanwhile is slower. */
    private static final double LEAST_PER_SECOND = 10;
    private static final long P95_MILLIS = 2_500;
    private static final long P99_MILLIS = 5_000;

    @TempDir
    private Path folder;

    @Test
    void eightClerks() throws InterruptedException {
        load(8);
    }

    @Test
    void sixteenClerks() throws InterruptedException {
        load(16);
    }

    private void load(int clerks) throws InterruptedException {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (Book book = Book.make(folder.resolve("store"))) {
            Random[] random = new Random[clerks];
            for (int clerk = 0; clerk < clerks; clerk++) {
                random[clerk] = new Random(seed + clerk);
            }
            Crowd.work(clerks, Duration.ofSeconds(2), (clerk, step) -> post(book, random[clerk], "W", clerk, step));
            Statistics before = book.warehouse().work().statistics();
            Crowd crowd = Crowd.work(clerks, TIME, (clerk, step) -> post(book, random[clerk], "L", clerk, step));
            Statistics after = book.warehouse().work().statistics();
            System.out.printf("load, %d clerks: %s, %d conflicts, %d waits%n", clerks, crowd,
                after.conflicts() - before.conflicts(), after.waits() - before.waits());
            book.assertClean();
            assertThat(after.failures()).isEqualTo(before.failures());
            assertThat(after.conflicts()).as("deadlocks, also while the first balances are made").isZero();
            assertThat(crowd.perSecond()).isGreaterThan(LEAST_PER_SECOND);
            assertThat(crowd.percentileMillis(95)).isLessThan(P95_MILLIS);
            assertThat(crowd.percentileMillis(99)).isLessThan(P99_MILLIS);
        }
    }

    /** Every third document goes on from the first bin to the second what the two before it brought in. */
    private static boolean post(Book book, Random random, String prefix, int clerk, int step) {
        MovementLine[] lines = new MovementLine[LINES];
        int first = random.nextInt(Book.ITEMS);
        boolean move = step % 3 == 2;
        for (int i = 0; i < LINES; i++) {
            String item = "I" + (first + i) % Book.ITEMS;
            lines[i] = move ? book.warehouse().line(Book.HERE, Book.THERE, item, 1)
                : book.warehouse().line("SUPPLIER", Book.HERE, item, 50).withUnitCost(Book.PRICE);
        }
        PostingRequest plain = book.warehouse().request(prefix + clerk + "-" + step, lines);
        Outcome<PostingReceipt> outcome = book.warehouse().ledger().post(new PostingRequest(plain.key(),
            plain.effective(), plain.lines(), "", "", "LO"));
        assertThat(outcome.refusals()).filteredOn(refusal -> !refusal.code().name().equals("WOULD_GO_NEGATIVE"))
            .isEmpty();
        return true;
    }

}
