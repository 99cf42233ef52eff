package org.stockwright.base;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as the database keeps them: whole microseconds since 1970-01-01T00:00:00Z. */
public final class Micros {

    private static final Instant FIRST = Instant.EPOCH.plus(Long.MIN_VALUE, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(Long.MAX_VALUE, ChronoUnit.MICROS);
    private static final long PER_SECOND = 1_000_000;
    private static final long NANOS = 1_000;

    private Micros() {
    }

    /** The whole microsecond that the instant is in; instants beyond the range are its ends. */
    public static long of(Instant instant) {
        if (instant.isBefore(FIRST)) {
            return Long.MIN_VALUE;
        }
        return instant.isAfter(LAST) ? Long.MAX_VALUE
            : instant.getEpochSecond() * PER_SECOND + instant.getNano() / NANOS;
    }

    /** The instant of a stored value. */
    public static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

}
