package org.stockwright.catalog.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;

/** The units that an item can be counted in: its packs, and all units that measure what its base unit measures. */
final class ItemUnits {

    private ItemUnits() {
    }

    /** The unit of an item that has a code; the refusal names its units. */
    static Outcome<Unit> find(Item item, String unitCode, Map<String, StoredUnit> all) {
        Optional<Unit> own = item.packUnit(unitCode);
        if (own.isPresent()) {
            return Outcome.done(own.get());
        }
        StoredUnit stored = all.get(unitCode);
        List<String> fitting = fitting(item, all);
        String known = "Its units are " + String.join(", ", fitting) + ".";
        if (stored == null) {
            return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_UNIT, unitCode)
                .hint(Nearest.hint(unitCode, fitting, known)));
        }
        if (!stored.unit().dimension().equals(item.unit().dimension())) {
            return Outcome.refused(Refusal.of(CatalogRefusal.UNIT_DOES_NOT_FIT, unitCode, item.code(), item.unit())
                .hint(known + " Or add a pack to the item."));
        }
        return Outcome.done(stored.unit());
    }

    private static List<String> fitting(Item item, Map<String, StoredUnit> all) {
        List<String> codes = new ArrayList<>();
        codes.add(item.unit().code());
        item.packs().stream().map(Pack::code).forEach(codes::add);
        all.values().stream().map(StoredUnit::unit)
            .filter(unit -> unit.dimension().equals(item.unit().dimension()) && !codes.contains(unit.code()))
            .map(Unit::code).forEach(codes::add);
        return codes;
    }

}
