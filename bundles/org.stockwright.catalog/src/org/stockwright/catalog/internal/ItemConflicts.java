package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;

/**
 * Whether codes, aliases and barcodes of items are free. What is stored is asked for once for all drafts; an accepted
 * draft takes its own out of the way of those after it.
 */
final class ItemConflicts {

    /** Who has a code or a barcode: the item's identity (0 while it has none) and its code for the message. */
    private record Holder(long id, String code) {
    }

    private final Map<String, Holder> codes = new HashMap<>();
    private final Map<String, Holder> barcodes = new HashMap<>();
    private final Map<ItemAlias, Holder> aliases = new HashMap<>();

    /** Looks up all that the drafts name. */
    ItemConflicts(Connection connection, Collection<ItemDraft> drafts) throws SQLException {
        Set<String> words = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (ItemDraft draft : drafts) {
            words.add(draft.code());
            draft.aliases().forEach(alias -> words.add(alias.code()));
            draft.barcodes().forEach(barcode -> numbers.add(barcode.barcode().normalised()));
        }
        Chunks.each(connection, "SELECT code, id FROM item" + Chunks.by("item_code_unique") + "WHERE code IN", words,
            row -> codes.put(row.getString(1), new Holder(row.getLong(2), row.getString(1))));
        Chunks.each(connection,
            "SELECT a.partner_id, a.alias, i.id, i.code FROM item_alias a --DERBY-PROPERTIES index=item_alias_ix\n"
                + "JOIN item i ON i.id = a.item_id WHERE a.alias IN",
            words,
            row -> aliases.put(new ItemAlias(new PartnerId(row.getLong(1)), row.getString(2)),
                new Holder(row.getLong(3), row.getString(4))));
        Chunks.each(connection, "SELECT b.normalised, i.id, i.code FROM item_barcode b"
            + Chunks.by("item_barcode_unique") + "JOIN item i ON i.id = b.item_id WHERE b.normalised IN", numbers,
            row -> barcodes.put(row.getString(1), new Holder(row.getLong(2), row.getString(3))));
    }

    /**
     * All conflicts of a draft with other items; when there is none, its codes are taken from now on.
     *
     * @param id the stored item's identity, or 0 for a new one
     */
    List<Refusal> take(ItemEntry entry, long id) {
        ItemDraft draft = entry.draft();
        List<Refusal> refusals = new ArrayList<>();
        Findings own = new Findings(entry.placesOf(""));
        taken(own, "item", draft.code(), codes.get(draft.code()), id);
        taken(own, "item", draft.code(), aliases.get(new ItemAlias(PartnerId.SELF, draft.code())), id);
        refusals.addAll(own.refusals());
        for (ItemAlias alias : draft.aliases()) {
            Findings found = new Findings(entry.placesOf(alias.code()));
            taken(found, "alias", alias.code(), aliases.get(alias), id);
            if (alias.partner().equals(PartnerId.SELF)) {
                taken(found, "alias", alias.code(), codes.get(alias.code()), id);
            }
            refusals.addAll(found.refusals());
        }
        for (ItemBarcode barcode : draft.barcodes()) {
            Holder holder = barcodes.get(barcode.barcode().normalised());
            if (holder != null && !isSelf(holder, id)) {
                Findings found = new Findings(
                    entry.placesOf(barcode.pack().isEmpty() ? barcode.barcode().text() : barcode.pack()));
                found.add("barcode", Refusal.of(CatalogRefusal.BARCODE_TAKEN, barcode.barcode(), holder.code())
                    .hint("Take it off there first."));
                refusals.addAll(found.refusals());
            }
        }
        if (refusals.isEmpty()) {
            keep(draft, new Holder(id, draft.code()));
        }
        return refusals;
    }

    private static void taken(Findings findings, String field, String code, Holder holder, long id) {
        if (holder != null && !isSelf(holder, id)) {
            findings.add(field, Refusal.of(CatalogRefusal.CODE_TAKEN, code,
                holder.id() == 0 && holder.code().equals(code) ? "an earlier line" : holder.code())
                .hint("Choose another code, or change that item."));
        }
    }

    private static boolean isSelf(Holder holder, long id) {
        return id != 0 && holder.id() == id;
    }

    private void keep(ItemDraft draft, Holder holder) {
        codes.put(draft.code(), holder);
        draft.aliases().forEach(alias -> aliases.put(alias, holder));
        draft.barcodes().forEach(barcode -> barcodes.put(barcode.barcode().normalised(), holder));
    }

}
