package org.stockwright.catalog.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.ItemRow;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.security.Access;
import org.stockwright.security.SecurityPermission;

/** Costs and prices, as far as the user may see them. Whoever may not see them does not change them either. */
final class Costs {

    private static final String HINT = "Leave it empty: what is stored stays as it is.";

    private final Access access;

    Costs(Access access) {
        this.access = access;
    }

    /** Whether they are shown and may be changed. */
    boolean shown() {
        return access.may(SecurityPermission.COSTS);
    }

    /** Why a cost or price is refused, when it may not be set. */
    Optional<Refusal> refusal() {
        return access.refusal(SecurityPermission.COSTS).map(refusal -> refusal.hint(HINT));
    }

    /** Why a draft's costs are refused; nothing when it has none, or they may be set. */
    List<Refusal> refusals(ItemEntry entry) {
        ItemDraft draft = entry.draft();
        Optional<Refusal> cost = draft.standardCost().flatMap(given -> refusal())
            .map(refusal -> refusal.at(entry.places().apply("standard_cost", "")));
        Optional<Refusal> price = draft.listPrice().flatMap(given -> refusal())
            .map(refusal -> refusal.at(entry.places().apply("list_price", "")));
        return Stream.of(cost, price).flatMap(Optional::stream).toList();
    }

    /** The item as the user may see it. */
    Item seen(Item item) {
        return shown() ? item : new Item(item.id(), item.code(), item.name(), item.description(), item.category(),
            item.unit(), item.roles(), item.tracking(), item.shelfLifeDays(), Optional.empty(), Optional.empty(),
            item.safetyStock(), item.reorderPoint(), item.active(), item.lockReason(), item.packs(), item.barcodes(),
            item.aliases(), item.version());
    }

    /** The rows as the user may see them. */
    List<ItemRow> seen(List<ItemRow> rows) {
        return shown() ? rows : rows.stream().map(row -> new ItemRow(row.id(), row.code(), row.name(), row.category(),
            row.unit(), row.roles(), row.tracking(), Optional.empty(), Optional.empty(), row.safetyStock(),
            row.reorderPoint(), row.active(), row.lockReason())).toList();
    }

    /** The terms as the user may see them. */
    ItemSupplierTerms seen(ItemSupplierTerms terms) {
        return shown() ? terms : new ItemSupplierTerms(terms.item(), terms.supplier(), terms.supplierCode(),
            Optional.empty(), terms.unit(), terms.minimum(), terms.multiple(), terms.leadTimeDays(), terms.rank());
    }

    /** A draft that leaves the stored costs as they are; a new item has none. */
    static ItemDraft kept(ItemDraft draft, Item old) {
        return new ItemDraft(draft.id(), draft.code(), draft.name(), draft.description(), draft.category(),
            draft.unit(), draft.roles(), draft.tracking(), draft.shelfLifeDays(),
            Optional.ofNullable(old).flatMap(Item::standardCost), Optional.ofNullable(old).flatMap(Item::listPrice),
            draft.safetyStock(), draft.reorderPoint(), draft.active(), draft.packs(), draft.barcodes(),
            draft.aliases(), draft.version());
    }

    /** Terms that leave the stored price as it is. */
    static ItemSupplierTerms kept(ItemSupplierTerms terms, Optional<ItemSupplierTerms> old) {
        return new ItemSupplierTerms(terms.item(), terms.supplier(), terms.supplierCode(),
            old.flatMap(ItemSupplierTerms::price), terms.unit(), terms.minimum(), terms.multiple(),
            terms.leadTimeDays(), terms.rank());
    }

}
