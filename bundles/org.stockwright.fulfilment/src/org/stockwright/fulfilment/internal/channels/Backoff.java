package org.stockwright.fulfilment.internal.channels;

import java.time.Duration;

/** How long a message waits before it is tried again: 1, 2, 4 … minutes, at most 6 hours. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 20;

    private Backoff() {
        // only a function
    }

    /**
     * The time to wait.
     *
     * @param attempts how often it was tried, from 1
     */
    static Duration after(int attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

}
