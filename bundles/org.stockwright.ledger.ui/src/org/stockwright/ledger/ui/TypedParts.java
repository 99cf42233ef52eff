package org.stockwright.ledger.ui;

import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/**
 * Turns what was typed into entry forms into what it stands for, and gathers what is wrong with it, each with its line (from 1;
 * 0 for the head) and column. Reads master data, so it runs in a job; used by one thread.
 */
@SuppressWarnings("nls")
public final class TypedParts extends TypedFields {

    private final Units units;
    private final Locations locations;

    /** Nothing is wrong yet. */
    public TypedParts(Items items, Units units, Locations locations) {
        super(items);
        this.units = units;
        this.locations = locations;
    }

    /** The quantity of an item in a unit, or in its base unit when none was typed; it must be there. */
    public Optional<Quantity> quantity(Item item, String quantity, String unit, int line, String column) {
        Optional<Unit> known = unit.isBlank() ? Optional.of(item.unit())
            : take(units.unitFor(item, unit.strip()), line, "unit");
        if (quantity.isBlank()) {
            refuse(Refusal.of(CatalogRefusal.MISSING, "The quantity"), line, column);
            return Optional.empty();
        }
        return known.flatMap(its -> take(Quantity.parse(quantity, its), line, column));
    }

    /** The place with a code, if one was typed. */
    public Optional<Location> place(String code, int line, String column) {
        if (code.isBlank()) {
            return Optional.empty();
        }
        Optional<Location> found = locations.byCode(code.strip());
        if (found.isEmpty()) {
            refuse(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code.strip())
                .hint("Type a part of its name to choose from a list."), line, column);
        }
        return found;
    }

}
