package org.stockwright.bench.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Progress;
import org.stockwright.bench.Benchmarks;
import org.stockwright.ledger.MovementQuery;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.Stock;
import org.stockwright.ledger.StockQuery;
import org.stockwright.ledger.StockQuery.Grouping;
import org.stockwright.ledger.StockRow;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A large ledger: read in flat memory, exact at every instant, rebuilt in time. */
class BigDataIT {

    private static final long MEGABYTE = 1 << 20;
    private static final int LOOK_EVERY = 50_000;
    private static final List<String> OUTSIDE = List.of("SUPPLIER", "CUSTOMER");

    @TempDir
    private Path folder;

    @Test
    void readingTwoHundredThousandMovementsTakesNoMoreMemoryThanReadingAFew() {
        try (World world = World.open(folder.resolve("book"))) {
            fill(world, 200_000);
            read(world, 200_000, 64 * MEGABYTE);
        }
    }

    @Test
    @Tag("nightly")
    void fiveMillionMovementsAreReadAskedAndRebuilt() {
        assumeTrue(Boolean.getBoolean("stockwright.nightly"), "it takes half an hour");
        try (World world = World.open(folder.resolve("book"))) {
            fill(world, 5_000_000);
            read(world, 5_000_000, 128 * MEGABYTE);
            long before = System.nanoTime();
            assertThat(world.service(Verification.class).rebuild(Progress.NONE))
                .allSatisfy(result -> assertThat(result.passed()).as(result.toString()).isTrue());
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            System.out.println("rebuilding and verifying 5,000,000 movements took " + took);
            assertThat(took).isLessThan(Duration.ofMinutes(10));
            assertThat(used()).isLessThan(1_024 * MEGABYTE);
        }
    }

    private static void fill(World world, int size) {
        System.setProperty("stockwright.bench.warmup.seconds", "0");
        try {
            world.service(Benchmarks.class).run("on-hand-item", 1, size, 1, Progress.NONE).value();
        } finally {
            System.clearProperty("stockwright.bench.warmup.seconds");
        }
    }

    /** Streams the whole ledger, adds it up to a past instant, and compares with what the stock service says. */
    private static void read(World world, int size, long mostGrowth) {
        Stock stock = world.service(Stock.class);
        Instant asOf = world.clock().instant().minus(150, ChronoUnit.DAYS);
        Map<String, BigDecimal> sums = new TreeMap<>();
        List<Long> heap = new ArrayList<>();
        long[] count = { 0 };
        stock.stream(MovementQuery.all(), movement -> {
            if (++count[0] % LOOK_EVERY == 0 && (heap.size() < 4 || count[0] % (size / 4) == 0)) {
                heap.add(used());
            }
            if (!movement.effective().isAfter(asOf)) {
                sums.merge(movement.item(), ours(movement), BigDecimal::add);
            }
        }, Progress.NONE);
        assertThat(count[0]).isGreaterThanOrEqualTo(size);
        System.out.println("heap in use while " + count[0] + " movements were read, in MB: "
            + heap.stream().map(bytes -> bytes / MEGABYTE).toList());
        // what is kept by then, such as the items' names, is there after the first look
        assertThat(heap.getLast() - heap.getFirst()).isLessThan(mostGrowth);
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (StockRow row : stock.onHand(StockQuery.all(Grouping.ITEM).at(Optional.of(asOf), Optional.empty()))) {
            figures.put(row.item(), row.onHand().amount());
        }
        sums.forEach((item, sum) -> assertThat(figures.get(item)).as(item).isEqualByComparingTo(sum));
    }

    private static BigDecimal ours(MovementView movement) {
        BigDecimal in = OUTSIDE.contains(movement.to()) ? BigDecimal.ZERO : movement.quantity().amount();
        return OUTSIDE.contains(movement.from()) ? in : in.subtract(movement.quantity().amount());
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

}
