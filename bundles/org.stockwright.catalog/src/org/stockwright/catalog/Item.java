package org.stockwright.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Unit;

/**
 * An item as it is stored.
 *
 * @param id its identity
 * @param code the stock-keeping unit's code
 * @param name what people call it
 * @param description more words, or empty
 * @param category the path of its category with {@code /}, or empty
 * @param unit the base unit in which the ledger counts it
 * @param roles the inventory types of the ASCM that it plays, for example {@code RAW}, {@code FINISHED}; extensible
 * @param tracking how exactly its stock is followed
 * @param shelfLifeDays days from receipt to expiry, if it expires
 * @param standardCost cost per base unit in the company's currency, if known
 * @param listPrice price per base unit in the company's currency, if known
 * @param safetyStock in the base unit, if set
 * @param reorderPoint in the base unit, if set
 * @param active whether new movements may name it
 * @param lockReason why postings are refused at the moment; empty when they are not
 * @param packs its packs by level
 * @param barcodes its barcodes and those of its packs
 * @param aliases its other codes
 * @param version the state that an edit started from
 */
public record Item(ItemId id, String code, String name, String description, String category, Unit unit,
    Set<String> roles, Tracking tracking, Optional<Integer> shelfLifeDays, Optional<BigDecimal> standardCost,
    Optional<BigDecimal> listPrice, Optional<BigDecimal> safetyStock, Optional<BigDecimal> reorderPoint,
    boolean active, String lockReason, List<Pack> packs, List<ItemBarcode> barcodes, List<ItemAlias> aliases,
    long version) {

    /** The unit with this code that quantities of this item may be entered in: the base unit, or one of its packs. */
    public Optional<Unit> packUnit(String unitCode) {
        if (unit.code().equals(unitCode)) {
            return Optional.of(unit);
        }
        return packs.stream().filter(pack -> pack.code().equals(unitCode)).findFirst()
            .map(pack -> unit.pack(pack.code(), pack.content()));
    }

}
