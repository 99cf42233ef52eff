package org.stockwright.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Instants as microseconds since 1970-01-01T00:00:00Z, so that no driver's or machine's time zone can shift them. */
@Converter
public final class MicrosConverter implements AttributeConverter<Instant, Long> {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    @Override
    public Long convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : toMicros(instant);
    }

    @Override
    public Instant convertToEntityAttribute(Long micros) {
        return micros == null ? null : toInstant(micros);
    }

    /** The number that stands for an instant; a part of a microsecond is cut off towards the past. */
    public static long toMicros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** The instant that a number stands for. */
    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_PER_SECOND),
            Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO);
    }

}
