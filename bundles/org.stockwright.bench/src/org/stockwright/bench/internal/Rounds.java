package org.stockwright.bench.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Progress;
import org.stockwright.bench.BenchmarkRow;
import org.stockwright.bench.BenchmarkRow.Side;

/** Lets the two sides take turns, so that both meet the same disturbances, and takes the medians. */
final class Rounds {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Contest contest;
    private final int operations;
    private final Progress progress;
    private long seen;

    Rounds(Contest contest, int operations, Progress progress) {
        this.contest = contest;
        this.operations = operations;
        this.progress = progress;
    }

    private record Time(long wall, long cpu) {
    }

    /**
     * Measures.
     *
     * @param warmUpNanos how long each side works before anything is measured; each does so at least once
     */
    List<BenchmarkRow> measure(String workload, int rounds, long warmUpNanos) {
        for (Side side : Side.values()) {
            long until = System.nanoTime() + warmUpNanos;
            do {
                round(side);
            } while (System.nanoTime() < until);
        }
        List<Time> ours = new ArrayList<>();
        List<Time> raw = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            // Neither is always the first one after the other's commits.
            if (i % 2 == 0) {
                ours.add(round(Side.STOCKWRIGHT));
                raw.add(round(Side.RAW));
            } else {
                raw.add(round(Side.RAW));
                ours.add(round(Side.STOCKWRIGHT));
            }
            progress.worked(1);
        }
        BenchmarkRow bound = row(workload, Side.RAW, raw, Optional.empty());
        BigDecimal ratio = median(raw.stream().map(Time::wall).toList())
            .divide(median(ours.stream().map(Time::wall).toList()), 3, RoundingMode.HALF_UP);
        return List.of(row(workload, Side.STOCKWRIGHT, ours, Optional.of(ratio)), bound);
    }

    private Time round(Side side) {
        progress.check();
        contest.before(operations);
        long cpu = THREADS.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        seen += side == Side.STOCKWRIGHT ? contest.stockwright(operations, progress)
            : contest.raw(operations, progress);
        return new Time(System.nanoTime() - wall, THREADS.getCurrentThreadCpuTime() - cpu);
    }

    private BenchmarkRow row(String workload, Side side, List<Time> times, Optional<BigDecimal> ratio) {
        BigDecimal wall = median(times.stream().map(Time::wall).toList());
        BigDecimal cpu = median(times.stream().map(Time::cpu).toList());
        BigDecimal perSecond = NANOS.multiply(BigDecimal.valueOf(operations)).divide(wall, MathContext.DECIMAL64);
        return new BenchmarkRow(workload, operations, seconds(wall), perSecond.setScale(2, RoundingMode.HALF_UP), side,
            ratio, seconds(cpu));
    }

    private static BigDecimal seconds(BigDecimal nanos) {
        return nanos.divide(NANOS, 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        int middle = sorted.size() / 2;
        long sum = sorted.size() % 2 == 1 ? 2 * sorted.get(middle) : sorted.get(middle - 1) + sorted.get(middle);
        return BigDecimal.valueOf(Math.max(1, sum / 2));
    }

    /** What all calls returned together: so nothing of it could be left out. */
    long seen() {
        return seen;
    }

}
