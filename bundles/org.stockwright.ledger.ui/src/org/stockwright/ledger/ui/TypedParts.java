package org.stockwright.ledger.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Done;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/**
 * Turns what was typed into entry forms into what it stands for, and gathers what is wrong with it, each with its line (from 1;
 * 0 for the head) and column. Reads master data, so it runs in a job; used by one thread.
 */
@SuppressWarnings("nls")
public final class TypedParts {

    private final Items items;
    private final Units units;
    private final Locations locations;
    private final List<Refusal> refusals = new ArrayList<>();

    /** Nothing is wrong yet. */
    public TypedParts(Items items, Units units, Locations locations) {
        this.items = items;
        this.units = units;
        this.locations = locations;
    }

    /** What is wrong so far; others may add to it. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** The item that was typed or scanned; it must be there. */
    public Optional<Item> item(String text, int line, String column) {
        if (text.isBlank()) {
            refusals.add(Refusal.of(CatalogRefusal.MISSING, "The item").hint("Type or scan its code.")
                .at(Place.field(line, column)));
            return Optional.empty();
        }
        return take(items.resolve(text), line, column).flatMap(match -> items.get(match.item()));
    }

    /** The quantity of an item in a unit, or in its base unit when none was typed; it must be there. */
    public Optional<Quantity> quantity(Item item, String quantity, String unit, int line, String column) {
        Optional<Unit> known = unit.isBlank() ? Optional.of(item.unit())
            : take(units.unitFor(item, unit.strip()), line, "unit");
        if (quantity.isBlank()) {
            refusals.add(Refusal.of(CatalogRefusal.MISSING, "The quantity").at(Place.field(line, column)));
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
            refusals.add(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, code.strip())
                .hint("Type a part of its name to choose from a list.").at(Place.field(line, column)));
        }
        return found;
    }

    /**
     * The day that was typed, if one was: {@code 2026-01-31}, {@code t} for today, {@code t+3} for three days later.
     *
     * @param today in the company's zone
     */
    public Optional<LocalDate> day(String text, LocalDate today, int line, String column) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TypedInstant.day(text.strip(), today));
        } catch (DateTimeException e) {
            refusals.add(Refusal.of(LedgerRefusal.BAD_INSTANT, text)
                .hint("Write it as 2026-01-31, t for today, or t+3 for three days later.")
                .at(Place.field(line, column)));
            return Optional.empty();
        }
    }

    /** The number that was typed, if one was. */
    public Optional<BigDecimal> number(String text, int line, String column) {
        return text.isBlank() ? Optional.empty() : take(Decimals.parse(text), line, column);
    }

    /** The value, or nothing with its refusals at this field. */
    public <T> Optional<T> take(Outcome<T> outcome, int line, String column) {
        if (outcome instanceof Done<T> done) {
            return Optional.of(done.value());
        }
        outcome.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(line, column))));
        return Optional.empty();
    }

}
