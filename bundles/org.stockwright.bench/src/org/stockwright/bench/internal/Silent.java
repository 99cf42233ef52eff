package org.stockwright.bench.internal;

import org.stockwright.base.Progress;

/** Passes the wish to stop on and shows nothing: progress of the measured work would disturb the measure's own. */
record Silent(Progress progress) implements Progress {

    @Override
    public void begin(String task, long total) {
        // the rounds are what is shown
    }

    @Override
    public void worked(long amount) {
        // the rounds are what is shown
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }

}
