package org.stockwright.persistence.internal;

import java.util.concurrent.atomic.AtomicInteger;

import org.stockwright.base.Progress;

/** A user who stops the work after so many questions whether to go on. */
final class CancelAfter implements Progress {

    private final AtomicInteger left;

    /** Goes on so many times. */
    CancelAfter(int times) {
        left = new AtomicInteger(times);
    }

    @Override
    public void begin(String task, long total) {
        // nobody watches
    }

    @Override
    public void worked(long amount) {
        // nobody watches
    }

    @Override
    public boolean isCancelled() {
        return left.getAndDecrement() <= 0;
    }

}
