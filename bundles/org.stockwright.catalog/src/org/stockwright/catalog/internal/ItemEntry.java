package org.stockwright.catalog.internal;

import java.util.function.BiFunction;
import java.util.function.Function;

import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.ItemDraft;

/**
 * An item to be stored, with where its parts stand in the input.
 *
 * @param draft what it shall be
 * @param places the place of a field (named as the columns of {@code import items} and {@code import packs}) that
 *            speaks of a pack's code, a barcode or an alias, or of an empty text
 */
record ItemEntry(ItemDraft draft, BiFunction<String, String, Place> places) {

    /** An item of a form or a list. */
    static ItemEntry of(ItemDraft draft, long line) {
        return new ItemEntry(draft, (field, part) -> Place.field(line, field));
    }

    /** The places of the fields that speak of one part. */
    Function<String, Place> placesOf(String part) {
        return field -> places.apply(field, part);
    }

}
