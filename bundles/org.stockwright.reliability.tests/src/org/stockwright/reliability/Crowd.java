package org.stockwright.reliability;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clerks who do the same work at the same time, each step of it timed. */
final class Crowd {

    /** One step of a clerk's work. */
    @FunctionalInterface
    interface Step {

        /** Does it; false when the clerk goes home. */
        boolean work(int clerk, int step) throws Exception;

    }

    private final long[] nanos;
    private final Duration took;

    private Crowd(long[] nanos, Duration took) {
        this.nanos = nanos;
        this.took = took;
        Arrays.sort(nanos);
    }

    /** Lets so many clerks work until the time is over or all went home; an exception of any of them fails the test. */
    static Crowd work(int clerks, Duration time, Step step) throws InterruptedException {
        long start = System.nanoTime();
        List<Future<List<Long>>> futures = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(clerks)) {
            for (int i = 0; i < clerks; i++) {
                int clerk = i;
                futures.add(pool.submit(() -> {
                    List<Long> mine = new ArrayList<>();
                    boolean more = true;
                    while (more && System.nanoTime() - start < time.toNanos()) {
                        long begin = System.nanoTime();
                        more = step.work(clerk, mine.size());
                        mine.add(System.nanoTime() - begin);
                    }
                    return mine;
                }));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> future : futures) {
            try {
                all.addAll(future.get());
            } catch (ExecutionException e) {
                throw new AssertionError("a clerk failed", e.getCause());
            }
        }
        return new Crowd(all.stream().mapToLong(Long::longValue).toArray(), took);
    }

    int steps() {
        return nanos.length;
    }

    double perSecond() {
        return nanos.length * 1e9 / took.toNanos();
    }

    /** How long the slowest of so many percent of the steps took. */
    long percentileMillis(double percent) {
        return nanos[(int) Math.min(nanos.length - 1, Math.ceil(nanos.length * percent / 100))] / 1_000_000;
    }

    @Override
    public String toString() {
        return String.format("%,d steps in %,d ms, %.1f/s, p50 %d ms, p95 %d ms, p99 %d ms", steps(), took.toMillis(),
            perSecond(), percentileMillis(50), percentileMillis(95), percentileMillis(99));
    }

}
