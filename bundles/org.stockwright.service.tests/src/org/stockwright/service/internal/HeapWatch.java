package org.stockwright.service.internal;

import org.stockwright.base.Progress;

/** Looks at the heap ten times on the way of something long. For one thread. */
public final class HeapWatch implements Progress {

    private static final long MEGABYTE = 1 << 20;

    private final int every;
    private long done;
    private long first = -1;
    private long most;
    private long looking;

    /** @param count how much is worked together */
    public HeapWatch(int count) {
        every = Math.max(1, count / 10);
    }

    @Override
    public void begin(String task, long total) {
        // asked for by the count
    }

    @Override
    public void worked(long amount) {
        done += amount;
        if (done % every == 0) {
            long begin = System.nanoTime();
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
            first = first < 0 ? used : first;
            most = Math.max(most, used);
            looking += System.nanoTime() - begin;
        }
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    /** Megabytes in use when it was looked first. */
    public long first() {
        return first;
    }

    /** Nanoseconds that looking took. */
    public long looking() {
        return looking;
    }

    /** The most megabytes in use. */
    public long most() {
        return most;
    }

}
