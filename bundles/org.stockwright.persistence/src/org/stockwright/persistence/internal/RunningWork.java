package org.stockwright.persistence.internal;

import java.time.Duration;

/** Which units of work run, on which threads; lets the store wait for them before it closes. */
final class RunningWork {

    private final ThreadLocal<StoreTransaction> current = new ThreadLocal<>();
    private int running;
    private boolean stopping;

    /** The innermost unit of work of the calling thread, or null. */
    StoreTransaction current() {
        return current.get();
    }

    /** Makes this the innermost one of the calling thread; null when it has none any more. */
    void current(StoreTransaction transaction) {
        if (transaction == null) {
            current.remove();
        } else {
            current.set(transaction);
        }
    }

    /**
     * One more runs.
     *
     * @throws IllegalStateException when the store is closing; work that runs already may still read
     */
    synchronized void enter() {
        if (stopping && current.get() == null) {
            throw new IllegalStateException("The database is being closed");
        }
        running++;
    }

    /** One of them is over. */
    synchronized void leave() {
        running--;
        notifyAll();
    }

    /** Whether the store is closing. */
    synchronized boolean isStopping() {
        return stopping;
    }

    /** Lets nobody begin any more and waits for those who run; tells whether all of them ended. */
    synchronized boolean stop(Duration patience) {
        stopping = true;
        long end = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        long left = patience.toMillis();
        while (running > 0 && left > 0) {
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            left = (end - System.nanoTime()) / 1_000_000;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return running == 0;
    }

}
