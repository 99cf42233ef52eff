package org.stockwright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.stockwright.base.Progress;

/** Our progress on the workbench's monitor, which counts in int and knows one task. */
public final class MonitorProgress implements Progress {

    private static final int TICKS = 1_000;

    private final IProgressMonitor monitor;
    private long total = -1;
    private long worked;
    private int shown;
    private boolean begun;

    /** Progress that this monitor shows. */
    public MonitorProgress(IProgressMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void begin(String task, long amount) {
        if (begun) {
            monitor.setTaskName(task);
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
        if (total <= 0) {
            return;
        }
        int ticks = (int) Math.min(TICKS, worked * TICKS / total);
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
