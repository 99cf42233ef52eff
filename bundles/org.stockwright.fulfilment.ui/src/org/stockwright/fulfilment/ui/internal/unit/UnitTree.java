package org.stockwright.fulfilment.ui.internal.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.fulfilment.PackedUnit;

/** The units of an order as they stand in and on each other. */
final class UnitTree {

    private final Map<String, PackedUnit> units = new HashMap<>();
    private final Map<String, List<PackedUnit>> held = new HashMap<>();

    /** Of the units of one order, each with the code of the unit that holds it. */
    UnitTree(List<PackedUnit> all) {
        all.forEach(unit -> units.put(unit.code(), unit));
        all.stream().filter(unit -> !unit.holder().isEmpty())
            .forEach(unit -> held.computeIfAbsent(unit.holder(), holder -> new ArrayList<>()).add(unit));
    }

    /** The outermost unit that a unit stands in, or itself. */
    PackedUnit outermost(PackedUnit unit) {
        Set<String> path = new HashSet<>();
        PackedUnit outer = unit;
        Optional<PackedUnit> holder = holder(unit);
        while (holder.isPresent() && path.add(outer.code())) {
            outer = holder.get();
            holder = holder(outer);
        }
        return outer;
    }

    private Optional<PackedUnit> holder(PackedUnit unit) {
        return Optional.ofNullable(units.get(unit.holder()));
    }

    /** What stands in or on a unit. */
    List<PackedUnit> in(PackedUnit unit) {
        return held.getOrDefault(unit.code(), List.of());
    }

}
