package org.stockwright.ledger.internal.posting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.UnitOfWork.Statistics;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

/** Documents with the same items in other orders, from many threads: nobody waits in a circle. */
class LockOrderIT extends LedgerWorld {

    private static final int THREADS = 8;
    private static final int DOCUMENTS = Boolean.getBoolean("stockwright.nightly") ? 100_000 : 5_000;
    private static final int ITEMS = 12;
    private static final int LINES = 5;

    @Test
    void shuffledLinesNeverDeadlock() throws InterruptedException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        warehouse.manyItems("LO", ITEMS);
        warehouse.bins("LO-A", "LO-B");
        for (int i = 0; i < ITEMS; i++) {
            warehouse.ledger()
                .post(warehouse.request("LOR" + i, warehouse.line("SUPPLIER", "LO-A", "LO" + i, 1_000_000),
                    warehouse.line("SUPPLIER", "LO-B", "LO" + i, 1_000_000)))
                .value();
        }
        Statistics before = warehouse.work().statistics();
        long start = System.nanoTime();
        List<Integer> posted = Together.run(THREADS, thread -> () -> {
            Random random = new Random(seed + thread);
            int done = 0;
            for (int i = 0; i < DOCUMENTS / THREADS; i++) {
                done += warehouse.ledger().post(warehouse.request("LO" + thread + "-" + i, lines(random))).isDone() ? 1
                    : 0;
            }
            return done;
        });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Statistics after = warehouse.work().statistics();
        System.out.printf(
            "lock order: %,d documents of %d lines in %,d ms, %d deadlocks, %d waits that were too long%n",
            DOCUMENTS, LINES, took.toMillis(), after.conflicts() - before.conflicts(), after.waits() - before.waits());
        assertThat(after.conflicts()).as("deadlocks, also those that a retry solved").isEqualTo(before.conflicts());
        assertThat(posted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(DOCUMENTS / THREADS * THREADS);
    }

    private MovementLine[] lines(Random random) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            items.add(i);
        }
        Collections.shuffle(items, random);
        MovementLine[] lines = new MovementLine[LINES];
        for (int i = 0; i < LINES; i++) {
            boolean there = random.nextBoolean();
            lines[i] = warehouse.line(there ? "LO-A" : "LO-B", there ? "LO-B" : "LO-A", "LO" + items.get(i),
                1L + random.nextInt(5));
        }
        return lines;
    }

}
