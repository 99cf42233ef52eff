package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.fulfilment.PackedUnit;

/** Units as people see them, with their weights and volumes. */
final class UnitViews {

    private final Map<Long, PackedRows.Unit> units = new HashMap<>();
    private final Map<Long, List<PackedRows.Content>> contents;
    private final Map<ItemId, ItemHandling> handling;
    private final List<PackedRows.Unit> order;

    UnitViews(List<PackedRows.Unit> units, Map<Long, List<PackedRows.Content>> contents, Handling handling) {
        this.order = units;
        this.contents = contents;
        units.forEach(unit -> this.units.put(unit.id(), unit));
        Set<ItemId> items = new HashSet<>();
        contents.values().forEach(rows -> rows.forEach(row -> items.add(row.item())));
        this.handling = items.isEmpty() ? Map.of() : handling.of(items);
    }

    /** All units, each holder before what it holds. */
    List<PackedUnit> views() {
        List<PackedUnit> result = new ArrayList<>();
        order.stream().filter(unit -> unit.parent().filter(units::containsKey).isEmpty())
            .forEach(root -> add(root, result));
        return result;
    }

    private void add(PackedRows.Unit unit, List<PackedUnit> result) {
        result.add(new PackedUnit(unit.id(), unit.code(),
            unit.parent().flatMap(id -> Optional.ofNullable(units.get(id))).map(PackedRows.Unit::code).orElse(""),
            unit.rule(), unit.level(), unit.order(), unit.locationCode(), unit.state(), unit.shipment(), weight(unit),
            volume(unit), unit.user(), unit.created(), own(unit).stream()
                .map(row -> new PackedUnit.Content(row.line(), row.item(), row.itemCode(), row.lot(), row.quantity()))
                .toList()));
        children(unit).forEach(child -> add(child, result));
    }

    private List<PackedRows.Content> own(PackedRows.Unit unit) {
        return contents.getOrDefault(unit.id(), List.of());
    }

    private List<PackedRows.Unit> children(PackedRows.Unit unit) {
        return order.stream().filter(one -> one.parent().filter(id -> id == unit.id()).isPresent()).toList();
    }

    /** Tare, goods and what it holds; packing material is in the tare. */
    private Optional<BigDecimal> weight(PackedRows.Unit unit) {
        Optional<BigDecimal> sum = Optional.of(unit.tare());
        for (PackedRows.Content row : own(unit)) {
            if (row.line().isPresent()) {
                sum = plus(sum, of(row).weight().map(row.quantity()::multiply));
            }
        }
        for (PackedRows.Unit child : children(unit)) {
            sum = plus(sum, weight(child));
        }
        return sum.map(BigDecimal::stripTrailingZeros);
    }

    private Optional<BigDecimal> volume(PackedRows.Unit unit) {
        if (unit.volume().isPresent()) {
            return unit.volume().map(BigDecimal::stripTrailingZeros);
        }
        Optional<BigDecimal> sum = Optional.of(BigDecimal.ZERO);
        for (PackedRows.Content row : own(unit)) {
            if (row.line().isPresent()) {
                sum = plus(sum, of(row).volume().map(row.quantity()::multiply));
            }
        }
        for (PackedRows.Unit child : children(unit)) {
            sum = plus(sum, volume(child));
        }
        return sum.map(BigDecimal::stripTrailingZeros);
    }

    private ItemHandling of(PackedRows.Content row) {
        return handling.getOrDefault(row.item(), ItemHandling.none(row.item()));
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(number -> other.map(number::add));
    }

}
