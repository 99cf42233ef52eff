package org.stockwright.ledger.internal.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.FileRefusal;

/** Finds the items of a file: all codes at once, then what is no code as alias or barcode, each text once. */
final class ItemFinder {

    private final Items items;
    private final Units units;
    private final Nearest nearest = new Nearest();
    private final Map<String, Outcome<Found>> known = new HashMap<>();
    private final Map<String, Outcome<Unit>> unitsOfItems = new HashMap<>();
    private List<String> codes = List.of();

    /**
     * An item.
     *
     * @param entered the unit that is meant when none is named: the base unit, or the pack whose barcode it was
     */
    record Found(Item item, Unit entered) {
    }

    ItemFinder(Items items, Units units, List<ImportRow> rows) {
        this.items = items;
        this.units = units;
        Set<String> texts = new HashSet<>();
        rows.forEach(row -> texts.add(row.get("item")));
        items.byCodes(texts).forEach((code, item) -> known.put(code, Outcome.done(new Found(item, item.unit()))));
    }

    Outcome<Found> find(String text) {
        return known.computeIfAbsent(text, this::resolve);
    }

    private Outcome<Found> resolve(String text) {
        Outcome<ItemMatch> match = items.resolve(text);
        if (match.isDone()) {
            Optional<Item> item = items.get(match.value().item());
            if (item.isPresent()) {
                return Outcome.done(new Found(item.get(), match.value().entered()));
            }
        }
        return Outcome.refused(match.refusals().stream().map(refusal -> helped(text, refusal)).toList());
    }

    private Refusal helped(String text, Refusal refusal) {
        if (refusal.code() != CatalogRefusal.UNKNOWN_ITEM || !refusal.hint().isEmpty()) {
            return refusal;
        }
        if (codes.isEmpty()) {
            codes = items.list().stream().map(ItemRow::code).toList();
        }
        return refusal.hint(nearest.hint(text, codes, "Import the item first."));
    }

    /** The unit of a row: the one named, or the one that the item's text means. */
    Outcome<Unit> unit(Found found, String named) {
        if (named.isEmpty()) {
            return Outcome.done(found.entered());
        }
        return unitsOfItems.computeIfAbsent(found.item().id() + "/" + named,
            key -> units.unitFor(found.item(), named));
    }

    Outcome<Quantity> quantity(String text, Unit unit) {
        return Quantity.parse(text, unit);
    }

    /** A cost per entered unit as cost per base unit: exact or refused. */
    static Outcome<BigDecimal> costPerBaseUnit(BigDecimal cost, Unit entered, Unit base) {
        if (entered.equals(base)) {
            return Outcome.done(cost);
        }
        Optional<BigDecimal> exact = Rational.of(cost).times(base.factor()).dividedBy(entered.factor())
            .toDecimal(Unit.MAX_SCALE);
        return exact.map(Outcome::done).orElseGet(
            () -> Outcome.refused(Refusal.of(FileRefusal.COST_NOT_EXACT, cost.toPlainString(), entered, base)
                .hint("Give quantity and cost in " + base + ", rounded as you want it.")));
    }

}
