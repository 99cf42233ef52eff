package org.stockwright.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;

/**
 * What an item shall be. An item with the code is changed, or made when there is none; {@link #id} with another code
 * renames it and keeps its history.
 *
 * @param id the item to change, when the caller knows it
 * @param code the new code
 * @param unit the base unit's code; it cannot change once there are movements
 * @param version the state that the edit started from, or -1 to overwrite whatever is there; the other parts are as in
 *            {@link Item}
 */
public record ItemDraft(Optional<ItemId> id, String code, String name, String description, String category,
    String unit, Set<String> roles, Tracking tracking, Optional<Integer> shelfLifeDays,
    Optional<BigDecimal> standardCost, Optional<BigDecimal> listPrice, Optional<BigDecimal> safetyStock,
    Optional<BigDecimal> reorderPoint, boolean active, List<Pack> packs, List<ItemBarcode> barcodes,
    List<ItemAlias> aliases, long version) {

    /** A new item with a code, a name and a unit, and nothing else. */
    public static ItemDraft of(String code, String name, String unit) {
        return new ItemDraft(Optional.empty(), code, name, "", "", unit, Set.of(), Tracking.NONE, Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, List.of(), List.of(),
            List.of(), -1);
    }

    /** A stored item, ready to be changed. */
    public static ItemDraft of(Item item) {
        return new ItemDraft(Optional.of(item.id()), item.code(), item.name(), item.description(), item.category(),
            item.unit().code(), item.roles(), item.tracking(), item.shelfLifeDays(), item.standardCost(),
            item.listPrice(), item.safetyStock(), item.reorderPoint(), item.active(), item.packs(), item.barcodes(),
            item.aliases(), item.version());
    }

}
