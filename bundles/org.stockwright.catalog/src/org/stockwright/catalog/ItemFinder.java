package org.stockwright.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;

/**
 * Finds the items that a file names in its column {@code item}: all codes at once, then what is no code as alias or
 * barcode, each text once. For one thread and one file.
 */
public final class ItemFinder {

    private final Items items;
    private final Units units;
    private final Nearest nearest = new Nearest();
    private final Map<String, Outcome<Found>> known = new HashMap<>();
    private final Map<String, Outcome<Unit>> unitsOfItems = new HashMap<>();
    private List<String> codes = List.of();

    /**
     * An item.
     *
     * @param item the item
     * @param entered the unit that is meant when none is named: the base unit, or the pack whose barcode it was
     */
    public record Found(Item item, Unit entered) {
    }

    /** For these rows; their codes are looked up now. */
    public ItemFinder(Items items, Units units, List<ImportRow> rows) {
        this.items = items;
        this.units = units;
        Set<String> texts = new HashSet<>();
        rows.forEach(row -> texts.add(row.get("item")));
        items.byCodes(texts).forEach((code, item) -> known.put(code, Outcome.done(new Found(item, item.unit()))));
    }

    /** The item, or why there is none, with the nearest code as a hint. */
    public Outcome<Found> find(String text) {
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
    public Outcome<Unit> unit(Found found, String named) {
        if (named.isEmpty()) {
            return Outcome.done(found.entered());
        }
        return unitsOfItems.computeIfAbsent(found.item().id() + "/" + named,
            key -> units.unitFor(found.item(), named));
    }

}
