package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Projected stock of an item, day by day. Available to promise on a day is the least projected stock from that day on, but
 * not less than nothing (discrete ATP with cumulative look-ahead, APICS).
 */
final class Timeline {

    private final LocalDate today;
    private final TreeMap<LocalDate, BigDecimal> changes = new TreeMap<>();

    /** With what is available today. */
    Timeline(LocalDate today, BigDecimal available) {
        this.today = today;
        changes.put(today, available);
    }

    /** With so much at the end of each of these days, the first of which is today. */
    static Timeline of(LocalDate today, List<LocalDate> days, BigDecimal[] levels) {
        Timeline result = new Timeline(today, levels[0]);
        for (int day = 1; day < levels.length; day++) {
            BigDecimal change = levels[day].subtract(levels[day - 1]);
            if (change.signum() != 0) {
                result.changes.put(days.get(day), change);
            }
        }
        return result;
    }

    /** What lies there at the end of each of these days, which are in order and begin with today. */
    BigDecimal[] levels(List<LocalDate> days) {
        BigDecimal[] result = new BigDecimal[days.size()];
        BigDecimal running = BigDecimal.ZERO;
        for (int day = 0; day < result.length; day++) {
            running = running.add(changes.getOrDefault(days.get(day), BigDecimal.ZERO));
            result[day] = running;
        }
        return result;
    }

    /** Goods that should have come before today come tomorrow at the earliest. */
    void comes(LocalDate day, BigDecimal quantity) {
        changes.merge(day.isBefore(today) ? today.plusDays(1) : day, quantity, BigDecimal::add);
    }

    /** Goods that are wanted without a day, or since a day in the past, are wanted today. */
    void leaves(Optional<LocalDate> day, BigDecimal quantity) {
        changes.merge(day.filter(one -> one.isAfter(today)).orElse(today), quantity.negate(), BigDecimal::add);
    }

    /** The days on which something changes, today first. */
    TreeSet<LocalDate> days() {
        return new TreeSet<>(changes.keySet());
    }

    /** What lies there at the end of a day if all comes and leaves as it is said. */
    BigDecimal projected(LocalDate day) {
        return changes.headMap(day, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The least projected stock from a day on; may be negative. */
    BigDecimal net(LocalDate day) {
        BigDecimal running = projected(day);
        BigDecimal least = running;
        SortedMap<LocalDate, BigDecimal> later = changes.tailMap(day, false);
        for (Map.Entry<LocalDate, BigDecimal> change : later.entrySet()) {
            running = running.add(change.getValue());
            least = least.min(running);
        }
        return least;
    }

    /** What can be promised for a day. */
    BigDecimal promisable(LocalDate day) {
        return net(day.isBefore(today) ? today : day).max(BigDecimal.ZERO);
    }

}
