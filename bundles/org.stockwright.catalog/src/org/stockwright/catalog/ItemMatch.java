package org.stockwright.catalog;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;

/**
 * What a scanned or typed text stands for.
 *
 * @param item the item
 * @param code its code
 * @param name its name
 * @param unit its base unit
 * @param entered the unit that one scan means: the base unit, or the pack whose barcode it was
 * @param tracking how its stock is followed
 */
public record ItemMatch(ItemId item, String code, String name, Unit unit, Unit entered, Tracking tracking) {
}
