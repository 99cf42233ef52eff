package org.stockwright.cli.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl+C: asks the command to stop and lets it undo what it had begun and close the book before the process ends.
 */
final class Interrupt {

    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;

    boolean isRequested() {
        return requested;
    }

    /** Called when the process is asked to end; waits until the command has. */
    void request() {
        requested = true;
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command has ended. */
    void ended() {
        ended.countDown();
    }

}
