package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.capacity.Roster.Need;
import org.stockwright.service.internal.capacity.Spans.Span;

/**
 * When a service needs what, from its beginning on, and what it uses up: of the stages behind the push-pull boundary, one after
 * the other. A stage takes its standard time, or the longest time that it needs of a pool if that is longer; all its pools are
 * needed from its beginning on.
 */
final class Timetable {

    /** So many microseconds has a minute. */
    static final BigDecimal MICROS = BigDecimal.valueOf(60_000_000);

    /** Ten years in minutes: nothing that takes longer can be booked anyway. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(5_256_000);

    private final Map<String, List<Part>> pools = new TreeMap<>();
    private final Map<String, BigDecimal> micros = new TreeMap<>();
    private final Map<ItemId, BigDecimal> materials = new TreeMap<>();
    private final Duration length;

    private record Part(Duration from, Duration until) {
    }

    Timetable(Template template) {
        Duration at = Duration.ZERO;
        for (Stage stage : template.pulled()) {
            Duration longest = duration(stage.minutes());
            for (Stage.Need need : stage.needs()) {
                Duration time = duration(need.minutes());
                pools.computeIfAbsent(need.pool(), pool -> new ArrayList<>()).add(new Part(at, at.plus(time)));
                micros.merge(need.pool(), need.minutes().multiply(MICROS), BigDecimal::add);
                longest = time.compareTo(longest) > 0 ? time : longest;
            }
            stage.materials().forEach(one -> materials.merge(one.item(), one.quantity(), BigDecimal::add));
            at = at.plus(longest);
        }
        length = at;
    }

    private static Duration duration(BigDecimal minutes) {
        return Duration.of(minutes.min(LONGEST).multiply(MICROS).setScale(0, RoundingMode.CEILING).longValueExact(),
            ChronoUnit.MICROS);
    }

    /** A time in microseconds. */
    static BigDecimal micros(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).movePointRight(6).add(BigDecimal.valueOf(time.getNano() / 1_000));
    }

    /** How long the customer is there. */
    Duration length() {
        return length;
    }

    /** What is needed when it begins at an instant, by pool. */
    List<Need> at(Instant start) {
        return pools.entrySet().stream().map(pool -> new Need(pool.getKey(), Spans.of(pool.getValue().stream()
            .map(part -> new Span(start.plus(part.from()), start.plus(part.until()))).toList()))).toList();
    }

    /** Microseconds of each pool for one service. */
    Map<String, BigDecimal> micros() {
        return micros;
    }

    /**
     * How much of some times whole services can fill, in microseconds, when whoever has them does nothing but the part of one pool. A
     * part in pieces can be spread over times that are apart: all of the time counts then.
     */
    BigDecimal filled(String pool, Spans times) {
        BigDecimal all = micros(times.length());
        if (Spans.of(pools.getOrDefault(pool, List.of()).stream()
            .map(part -> new Span(Instant.EPOCH.plus(part.from()), Instant.EPOCH.plus(part.until()))).toList())
            .list().size() != 1) {
            return all;
        }
        BigDecimal one = java.util.Objects.requireNonNull(micros.get(pool));
        return times.list().stream().map(span -> micros(span.length()).divide(one, 0, RoundingMode.FLOOR))
            .reduce(BigDecimal.ZERO, BigDecimal::add).multiply(one);
    }

    /** How much of each material one service uses up, in base units. */
    Map<ItemId, BigDecimal> materials() {
        return materials;
    }

}
