package org.stockwright.exchange.ui.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.stockwright.base.Progress;

/** Our progress on the bar at the foot of a wizard. */
final class PageProgress implements Progress {

    private static final int TICKS = 1_000;

    private final IProgressMonitor monitor;
    private long total;
    private long worked;
    private int shown;
    private boolean begun;

    PageProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void begin(String task, long amount) {
        if (begun) {
            monitor.subTask(task);
        } else {
            monitor.beginTask(task, amount > 0 ? TICKS : IProgressMonitor.UNKNOWN);
            begun = true;
        }
        total = amount;
        worked = 0;
        shown = 0;
    }

    @Override
    public void worked(long amount) {
        worked += amount;
        int ticks = total <= 0 ? 0 : (int) Math.min(TICKS, worked * TICKS / total);
        if (ticks > shown) {
            monitor.worked(ticks - shown);
            shown = ticks;
        }
    }

    @Override
    public boolean isCancelled() {
        return monitor.isCanceled();
    }

}
