package org.stockwright.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/** The items. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface Items {

    /** Stores an item, new or changed; refuses what contradicts other items or the ledger. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Item> save(ItemDraft draft);

    /** Stores many items in one transaction, all or none; refusals carry the index (from 1) as their line. */
    @Requires(CatalogPermission.EDIT)
    Outcome<List<ItemId>> saveAll(List<ItemDraft> drafts);

    /** The item with this identity. */
    Optional<Item> get(ItemId id);

    /** The item with exactly this code. */
    Optional<Item> byCode(String code);

    /** Items by code, for many codes at once; codes that nobody has are missing from the answer. */
    Map<String, Item> byCodes(Collection<String> codes);

    /**
     * What a typed or scanned text stands for: an item's code, one of our aliases, a barcode (any spelling of the GTIN),
     * a GS1 element string that begins with the GTIN or can be read whole, or a partner's code if only one item has it.
     */
    Outcome<ItemMatch> resolve(String text);

    /**
     * What a scan says: as {@link #resolve}, with lot, serial number, expiry and quantity of a GS1 element string. One
     * that cannot be read whole is refused, even when the item in it is known: half of a label is not taken.
     */
    Outcome<ItemScan> scan(String text);

    /**
     * What another symbol of a label says of an item that the first has named: lot, serial number, expiry and quantity. A
     * symbol with a GTIN names its own item, as in {@link #scan}.
     */
    Outcome<ItemScan> scanMore(ItemMatch item, String text);

    /** Items whose code, name, alias or barcode has the text in it (case does not matter), best matches first. */
    List<ItemRow> search(String text, int limit);

    /** All items by code. */
    List<ItemRow> list();

    /**
     * The code of an item that this code looks like although it is another one: a Cyrillic letter for a Latin one, a
     * zero for an O, a mark that nobody sees. Ask before a new item is saved; imports warn by themselves.
     */
    Optional<String> lookAlike(String code);

    /** Refuses postings of an item until it is unlocked; an empty reason unlocks. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Item> lock(ItemId id, String reason);

    /** The inventory types that {@link Item#roles} may name: those of the ASCM and what modules added. */
    List<String> roles();

    /** Suppliers' terms for an item, by rank. */
    List<ItemSupplierTerms> suppliers(ItemId id);

    /** Stores suppliers' terms, one row per item and supplier. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> saveSuppliers(List<ItemSupplierTerms> terms);

    /**
     * Takes terms away and stores others, all of it or nothing. Prices by quantity of a supplier whose terms are taken away
     * stay.
     *
     * @return how many were taken away or differed
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> changeSuppliers(List<ItemSupplierTerms> removed, List<ItemSupplierTerms> stored);

}
