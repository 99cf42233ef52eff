package org.stockwright.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, or moves at every look at it. Thread-safe. */
public final class TestClock extends Clock {

    private Instant now;
    private Duration step = Duration.ZERO;

    /** A clock that shows this instant. */
    public TestClock(Instant now) {
        this.now = now;
    }

    /** Shows another instant, also an earlier one. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    /** Shows a later (or, with a negative duration, an earlier) instant. */
    public synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }

    /** From now on it goes on by so much whenever somebody looks at it, as clocks do while a program works. */
    public synchronized void tick(Duration duration) {
        step = duration;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(step);
        return now;
    }

}
