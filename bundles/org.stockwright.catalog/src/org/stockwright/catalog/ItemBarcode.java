package org.stockwright.catalog;

import org.stockwright.base.Barcode;

/**
 * A barcode of an item or of one of its packs.
 *
 * @param barcode the code, its check digit verified
 * @param pack the pack's code; empty for the item's base unit
 */
public record ItemBarcode(Barcode barcode, String pack) {
}
