package org.stockwright.persistence.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Stamps what is recorded: whole microseconds, and never before what was recorded already, also by an earlier run. */
final class StoreClock extends Clock {

    private final Supplier<Clock> clock;
    private final AtomicReference<Instant> last;

    /** A clock that never shows less than what was recorded last. */
    StoreClock(Supplier<Clock> clock, Instant last) {
        this.clock = clock;
        this.last = new AtomicReference<>(last);
    }

    /** Now; what is asked for later is not before it. */
    Instant stamp() {
        Instant now = clock.get().instant().truncatedTo(ChronoUnit.MICROS);
        return last.accumulateAndGet(now, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public Instant instant() {
        Instant now = clock.get().instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = last.get();
        return now.isAfter(before) ? now : before;
    }

    @Override
    public ZoneId getZone() {
        return clock.get().getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new StoreClock(() -> clock.get().withZone(zone), last.get());
    }

}
