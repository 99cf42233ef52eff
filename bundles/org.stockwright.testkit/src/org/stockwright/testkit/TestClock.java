package org.stockwright.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class TestClock extends Clock {

    private volatile Instant now;

    /** A clock that shows this instant. */
    public TestClock(Instant now) {
        this.now = now;
    }

    /** Shows another instant, also an earlier one. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Shows a later (or, with a negative duration, an earlier) instant. */
    public void advance(Duration duration) {
        now = now.plus(duration);
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
    public Instant instant() {
        return now;
    }

}
