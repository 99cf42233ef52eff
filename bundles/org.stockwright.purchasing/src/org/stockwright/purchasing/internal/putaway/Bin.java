package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.BinLimits.BinLimit;

/** A bin with what lies there and what it can take; filled while a proposal is made. Used by one thread. */
final class Bin {

    private static final int HUNDRED = 100;

    private final LocationId place;
    private final String code;
    private final int position;
    private final BinLimit limit;
    private final Map<ItemId, Set<String>> contents = new HashMap<>();
    private final Map<ItemId, String> codes = new HashMap<>();
    private Optional<BigDecimal> weight = Optional.of(BigDecimal.ZERO);
    private Optional<BigDecimal> volume = Optional.of(BigDecimal.ZERO);
    private BigDecimal count = BigDecimal.ZERO;

    Bin(LocationId place, String code, int position, BinLimit limit) {
        this.place = place;
        this.code = code;
        this.position = position;
        this.limit = limit;
    }

    LocationId place() {
        return place;
    }

    String code() {
        return code;
    }

    int position() {
        return position;
    }

    BinLimit limit() {
        return limit;
    }

    boolean isEmpty() {
        return contents.isEmpty();
    }

    boolean has(ItemId item) {
        return contents.containsKey(item);
    }

    boolean has(ItemId item, String lot) {
        return contents.getOrDefault(item, Set.of()).contains(lot);
    }

    /** Puts goods into it; the unit's weight or volume may not be known. */
    void put(Thing thing, String lot, BigDecimal quantity) {
        contents.computeIfAbsent(thing.id(), key -> new HashSet<>()).add(lot);
        codes.put(thing.id(), thing.code());
        weight = weight.flatMap(sum -> thing.handling().weight().map(each -> sum.add(each.multiply(quantity))));
        volume = volume.flatMap(sum -> thing.handling().volume().map(each -> sum.add(each.multiply(quantity))));
        count = count.add(quantity);
    }

    /** Why the goods may not lie here whatever the room; empty when they may. */
    Optional<String> forbids(Thing thing, String lot) {
        String here = Thing.temperature(limit.temperatureClass());
        if (!here.equals(thing.temperature())) {
            return Optional.of("it is for " + here + " goods, not " + thing.temperature());
        }
        String hazard = thing.handling().hazardClass();
        if (!hazard.isEmpty() && !limit.hazardClasses().isEmpty() && !limit.hazardClasses().contains(hazard)) {
            return Optional.of("dangerous goods of class " + hazard + " may not lie there");
        }
        if (limit.fixedItem().isPresent() && !limit.fixedItem().get().equals(thing.id())) {
            return Optional.of("it is kept for another item");
        }
        Optional<ItemId> other = contents.keySet().stream().filter(item -> !item.equals(thing.id())).findFirst();
        if (limit.oneItemOnly() && other.isPresent()) {
            return Optional.of(codes.get(other.get()) + " lies there, and it takes one item only");
        }
        boolean otherLot = contents.entrySet().stream().anyMatch(entry -> !entry.getKey().equals(thing.id())
            || entry.getValue().stream().anyMatch(one -> !one.equals(lot)));
        if (limit.oneLotOnly() && otherLot) {
            return Optional.of("another lot lies there, and it takes one lot only");
        }
        return Optional.empty();
    }

    /**
     * How much still fits, and what sets the bound.
     *
     * @param quantity in the base unit, 0 or more
     * @param by {@code weight}, {@code volume} or {@code count}, or why it is not known; empty without a bound
     */
    record Room(BigDecimal quantity, String by) {
    }

    /** How much of a thing still fits when so much of the limits is used; 0 when what it takes is not known. */
    Room room(Thing thing, int fillPercent) {
        Room room = new Room(Thing.MANY, "");
        room = bound(room, thing, limit.maxWeight(), weight, thing.handling().weight(), "weight", fillPercent);
        room = bound(room, thing, limit.maxVolume(), volume, thing.handling().volume(), "volume", fillPercent);
        return bound(room, thing, limit.maxCount(), Optional.of(count), Optional.of(BigDecimal.ONE), "count",
            fillPercent);
    }

    private static Room bound(Room before, Thing thing, Optional<BigDecimal> most, Optional<BigDecimal> used,
        Optional<BigDecimal> each, String name, int fillPercent) {
        if (most.isEmpty()) {
            return before;
        }
        if (used.isEmpty()) {
            return new Room(BigDecimal.ZERO, "the " + name + " of what lies there is not known");
        }
        BigDecimal free = most.get().multiply(BigDecimal.valueOf(fillPercent)).divide(BigDecimal.valueOf(HUNDRED))
            .subtract(used.get());
        Optional<BigDecimal> fits = thing.within(free, each);
        if (fits.isEmpty()) {
            return new Room(BigDecimal.ZERO, "the " + name + " of " + thing.code() + " is not known");
        }
        return fits.get().compareTo(before.quantity()) < 0 ? new Room(fits.get(), name) : before;
    }

}
