package org.stockwright.fulfilment.internal.availability;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;

/** What can be promised of items at one moment, at a place or from any. */
final class Promises {

    private final LocalDate today;
    private final Map<ItemId, Timeline> timelines;

    private Promises(LocalDate today, Map<ItemId, Timeline> timelines) {
        this.today = today;
        this.timelines = Map.copyOf(timelines);
    }

    /** From timelines of items. */
    static Promises of(LocalDate today, Map<ItemId, Timeline> timelines) {
        return new Promises(today, timelines);
    }

    LocalDate today() {
        return today;
    }

    /** The days on which something changes of an item, today first. */
    TreeSet<LocalDate> days(ItemId item) {
        return timeline(item).days();
    }

    private Timeline timeline(ItemId item) {
        return Objects.requireNonNull(timelines.get(item), () -> "no figures of item " + item);
    }

    /** How many base units of something that takes so much of each item can be promised for a day; may be negative. */
    BigDecimal net(Map<ItemId, BigDecimal> takes, Unit unit, LocalDate day) {
        BigDecimal result = null;
        for (Map.Entry<ItemId, BigDecimal> take : takes.entrySet()) {
            BigDecimal fits = floor(timeline(take.getKey()).net(day), take.getValue(), unit);
            result = result == null ? fits : result.min(fits);
        }
        return result == null ? BigDecimal.ZERO : result;
    }

    /** The largest multiple of the unit's step that is not more than a quantity divided by what each takes. */
    static BigDecimal floor(BigDecimal quantity, BigDecimal each, Unit unit) {
        BigDecimal step = each.multiply(unit.step());
        BigDecimal[] parts = quantity.divideAndRemainder(step);
        BigDecimal whole = parts[1].signum() < 0 ? parts[0].subtract(BigDecimal.ONE) : parts[0];
        return whole.multiply(unit.step());
    }

    /** The first day, not before another, on which so much of each item can be promised. */
    Optional<LocalDate> firstDay(Map<ItemId, BigDecimal> wanted, LocalDate from) {
        TreeSet<LocalDate> days = new TreeSet<>();
        wanted.keySet().forEach(item -> days.addAll(timeline(item).days()));
        LocalDate first = from.isBefore(today) ? today : from;
        days.add(first);
        return days.tailSet(first).stream().filter(day -> wanted.entrySet().stream()
            .allMatch(one -> timeline(one.getKey()).promisable(day).compareTo(one.getValue()) >= 0)).findFirst();
    }

}
