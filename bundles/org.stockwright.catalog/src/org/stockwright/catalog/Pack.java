package org.stockwright.catalog;

import org.stockwright.base.Rational;

/**
 * An item's own pack, such as a box of 9.
 *
 * @param code what people type as unit, unique per item, for example {@code BOX}
 * @param name what people call it
 * @param content how many of the item's base unit it holds; positive
 * @param level 1 for the innermost pack, 2 for what holds those, and so on; 0 when nobody said
 */
public record Pack(String code, String name, Rational content, int level) {
}
