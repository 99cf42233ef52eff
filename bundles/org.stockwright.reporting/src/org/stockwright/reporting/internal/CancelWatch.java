package org.stockwright.reporting.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.birt.report.engine.api.IEngineTask;
import org.stockwright.base.Progress;

/** Asks every now and then whether the user wants a running task to stop, and stops it. */
final class CancelWatch implements AutoCloseable {

    private static final long EVERY_MILLIS = 50;

    private final CountDownLatch over = new CountDownLatch(1);

    CancelWatch(IEngineTask task, Progress progress) {
        if (progress != Progress.NONE) {
            Thread.ofVirtual().name("report cancel watch").start(() -> watch(task, progress));
        }
    }

    private void watch(IEngineTask task, Progress progress) {
        try {
            while (!over.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (progress.isCancelled()) {
                    task.cancel();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }

}
