package org.stockwright.fulfilment.internal.shipping;

import java.math.BigDecimal;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;

/** Reads what was scanned at a bin or a packing table. */
public final class ScanReader {

    private final Items items;

    /** Knows these items. */
    public ScanReader(Items items) {
        this.items = items;
    }

    /**
     * Goods that were scanned.
     *
     * @param item the item
     * @param lot the lot's or serial number's code, or empty
     * @param count how many of the unit that one scan means
     */
    public record Goods(ItemMatch item, String lot, BigDecimal count) {
    }

    /** The goods that a text stands for, or why there are none. */
    public Outcome<Goods> goods(String scanned) {
        if (!ElementString.looksLike(scanned)) {
            return items.resolve(scanned.strip()).map(item -> new Goods(item, "", BigDecimal.ONE));
        }
        return ElementString.parse(scanned).then(symbol -> {
            Optional<String> gtin = symbol.gtin().or(symbol::contained).map(Object::toString);
            return items.resolve(gtin.orElse(scanned.strip())).map(item -> new Goods(item,
                symbol.serial().filter(serial -> item.tracking() == org.stockwright.catalog.Tracking.SERIAL)
                    .or(symbol::lot).orElse(""),
                symbol.count().orElse(BigDecimal.ONE)));
        });
    }

}
