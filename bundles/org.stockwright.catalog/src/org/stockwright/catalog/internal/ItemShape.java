package org.stockwright.catalog.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.stockwright.base.Barcode;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;

/** Drafts in the one form in which equal ones are equal, and what they have in common with stored items. */
final class ItemShape {

    private ItemShape() {
    }

    /**
     * The draft as it will be stored: the category without loose blanks, numbers without trailing zeros, barcodes with
     * their symbology, and, when it renames an item, the former code as an alias of our own.
     *
     * @param old the stored item, or {@code null}
     */
    static ItemDraft normalised(ItemDraft draft, Item old) {
        List<ItemAlias> aliases = new ArrayList<>(draft.aliases());
        aliases.remove(new ItemAlias(PartnerId.SELF, draft.code()));
        if (old != null && !old.code().equals(draft.code())) {
            ItemAlias former = new ItemAlias(PartnerId.SELF, old.code());
            if (!aliases.contains(former)) {
                aliases.add(former);
            }
        }
        return new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(),
            CategoryPath.normalised(draft.category()), draft.unit(), new TreeSet<>(draft.roles()), draft.tracking(),
            draft.shelfLifeDays(), draft.standardCost().map(Numbers::plain), draft.listPrice().map(Numbers::plain),
            draft.safetyStock().map(Numbers::plain), draft.reorderPoint().map(Numbers::plain), draft.active(),
            draft.packs(), draft.barcodes().stream().map(ItemShape::parsed).toList(), aliases, draft.version());
    }

    private static ItemBarcode parsed(ItemBarcode barcode) {
        Outcome<Barcode> parsed = Barcode.parse(barcode.barcode().text());
        return parsed.isDone() ? new ItemBarcode(parsed.value(), barcode.pack()) : barcode;
    }

    /** Whether the item is stored as the draft says already. */
    static boolean isSame(ItemDraft draft, Item item) {
        return hasSameFields(draft, item) && asSet(draft.packs()).equals(asSet(item.packs()))
            && asSet(draft.barcodes()).equals(asSet(item.barcodes()))
            && asSet(draft.aliases()).equals(asSet(item.aliases()));
    }

    private static boolean hasSameFields(ItemDraft draft, Item item) {
        return draft.code().equals(item.code()) && draft.name().equals(item.name())
            && draft.description().equals(item.description()) && draft.category().equals(item.category())
            && draft.unit().equals(item.unit().code()) && draft.roles().equals(item.roles())
            && draft.tracking() == item.tracking() && draft.shelfLifeDays().equals(item.shelfLifeDays())
            && draft.standardCost().equals(item.standardCost()) && draft.listPrice().equals(item.listPrice())
            && draft.safetyStock().equals(item.safetyStock()) && draft.reorderPoint().equals(item.reorderPoint())
            && draft.active() == item.active();
    }

    private static <T> Set<T> asSet(List<T> list) {
        return new HashSet<>(list);
    }

}
