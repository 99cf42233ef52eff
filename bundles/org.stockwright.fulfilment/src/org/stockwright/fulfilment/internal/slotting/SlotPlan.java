package org.stockwright.fulfilment.internal.slotting;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.fulfilment.Slotting.Grade;
import org.stockwright.fulfilment.Slotting.Proposal;
import org.stockwright.fulfilment.Slotting.Slot;

/**
 * Sorts the items of one warehouse into bins. Bins of one temperature class, the nearest first, are divided into zones that
 * are as large as the classes of the items that lie in such bins. Who lies in the zone of his class stays. The others take what
 * is left there, the most picked first the nearest. Of those that move, more picks never get the longer way, so that by the
 * rearrangement inequality {@code Σ picks · distance} does not grow.
 */
final class SlotPlan {

    private static final BigDecimal A_CUT = new BigDecimal("0.80");
    private static final BigDecimal B_CUT = new BigDecimal("0.95");

    /**
     * An item.
     *
     * @param id which
     * @param code its code
     * @param name its name
     * @param picks how often it was picked
     * @param bin where most of it lies
     */
    record Held(ItemId id, String code, String name, long picks, Bin bin) {
    }

    /**
     * A bin.
     *
     * @param code its code
     * @param distance its number on the way
     * @param temperature its class
     */
    record Bin(String code, int distance, String temperature) {
    }

    private static final Comparator<Held> MOST_PICKED = Comparator.comparingLong(Held::picks).reversed()
        .thenComparing(Held::code);
    private static final Comparator<Bin> NEAREST = Comparator.comparingInt(Bin::distance).thenComparing(Bin::code);

    private final String warehouse;
    private final List<Held> items;
    private final List<Bin> empty;
    private final Map<ItemId, Grade> grades = new LinkedHashMap<>();
    private final Map<ItemId, Grade> zones = new HashMap<>();
    private final Map<ItemId, Bin> targets = new HashMap<>();

    /**
     * A warehouse.
     *
     * @param items each once
     * @param empty the bins in which nothing lies
     */
    SlotPlan(String warehouse, List<Held> items, List<Bin> empty) {
        this.warehouse = warehouse;
        this.items = items.stream().sorted(MOST_PICKED).toList();
        this.empty = empty;
    }

    Proposal proposal() {
        long picks = items.stream().mapToLong(Held::picks).sum();
        grade(BigDecimal.valueOf(picks));
        Map<String, List<Held>> byTemperature = new TreeMap<>();
        items.forEach(item -> byTemperature.computeIfAbsent(item.bin().temperature(), key -> new ArrayList<>())
            .add(item));
        byTemperature.forEach(this::place);
        List<Slot> slots = items.stream().map(this::slot).toList();
        return new Proposal(warehouse, picks, slots.stream().mapToLong(slot -> slot.picks() * slot.distance()).sum(),
            slots.stream().mapToLong(slot -> slot.picks() * slot.targetDistance()).sum(), slots);
    }

    private void grade(BigDecimal all) {
        BigDecimal before = BigDecimal.ZERO;
        for (Held item : items) {
            BigDecimal picks = BigDecimal.valueOf(item.picks());
            grades.put(item.id(), item.picks() == 0 ? Grade.C
                : before.compareTo(all.multiply(A_CUT)) < 0 ? Grade.A
                    : before.compareTo(all.multiply(B_CUT)) < 0 ? Grade.B : Grade.C);
            before = before.add(picks);
        }
    }

    /** Gives bins of one temperature class to the items that lie in such. */
    private void place(String temperature, List<Held> lying) {
        Map<Grade, Integer> sizes = new EnumMap<>(Grade.class);
        lying.forEach(item -> sizes.merge(grade(item), 1, Integer::sum));
        List<Held> occupants = lying.stream().sorted(Comparator.comparing(Held::bin, NEAREST)).toList();
        List<Bin> free = empty.stream().filter(bin -> bin.temperature().equals(temperature)).sorted(NEAREST).toList();
        Map<Grade, Deque<Bin>> left = new EnumMap<>(Grade.class);
        int at = 0;
        int occupied = 0;
        int unoccupied = 0;
        while (occupied < occupants.size() || unoccupied < free.size()) {
            Grade zone = zone(at++, sizes);
            // an empty bin comes before an occupied one that is as near
            if (unoccupied < free.size() && (occupied == occupants.size()
                || NEAREST.compare(free.get(unoccupied), occupants.get(occupied).bin()) <= 0)) {
                left.computeIfAbsent(zone, key -> new ArrayDeque<>()).add(free.get(unoccupied++));
            } else {
                Held occupant = occupants.get(occupied++);
                zones.put(occupant.id(), zone);
                if (grade(occupant) != zone) {
                    left.computeIfAbsent(zone, key -> new ArrayDeque<>()).add(occupant.bin());
                }
            }
        }
        for (Held item : lying) {
            if (zones.get(item.id()) != grade(item)) {
                targets.put(item.id(), Objects.requireNonNull(left.get(grade(item))).removeFirst());
            }
        }
    }

    private Grade grade(Held item) {
        return Objects.requireNonNull(grades.get(item.id()));
    }

    private static Grade zone(int at, Map<Grade, Integer> sizes) {
        int a = sizes.getOrDefault(Grade.A, 0);
        return at < a ? Grade.A : at < a + sizes.getOrDefault(Grade.B, 0) ? Grade.B : Grade.C;
    }

    private Slot slot(Held item) {
        Optional<Bin> target = Optional.ofNullable(targets.get(item.id()));
        return new Slot(item.id(), item.code(), item.name(), grade(item), item.picks(), item.bin().code(),
            item.bin().distance(), Objects.requireNonNull(zones.get(item.id())), target.map(Bin::code),
            target.map(Bin::distance).orElse(item.bin().distance()));
    }

}
