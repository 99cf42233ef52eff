package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Partner.Role;
import org.stockwright.catalog.internal.SupplierTable.Key;
import org.stockwright.catalog.internal.SupplierTable.StoredTerms;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;
import org.stockwright.persistence.Transaction;

/** Checks suppliers' terms and stores those that differ from what is stored. */
final class SupplierSaving {

    private final Transaction tx;
    private final Map<Long, Item> items = new HashMap<>();
    private final Map<String, StoredUnit> units;
    private final PartnerBook partners;
    private final Map<Key, StoredTerms> stored = new HashMap<>();
    private final Set<Key> seen = new HashSet<>();
    private final Map<ItemId, Integer> lastRanks = new HashMap<>();
    private final List<ItemSupplierTerms> changed = new ArrayList<>();

    /** Looks up what terms of these items are checked against. */
    SupplierSaving(Transaction tx, Collection<Long> itemIds) throws SQLException {
        this.tx = tx;
        this.units = UnitTable.load(tx.connection());
        this.partners = PartnerTable.load(tx.connection());
        new ItemReader(tx.connection()).byIds(itemIds).values()
            .forEach(item -> items.put(item.item().id().value(), item.item()));
        for (StoredTerms terms : SupplierTable.load(tx.connection(), itemIds)) {
            stored.put(Key.of(terms.terms()), terms);
            lastRanks.merge(terms.terms().item(), terms.terms().rank(), Math::max);
        }
    }

    /** The terms that are stored for an item and a supplier, if any. */
    Optional<ItemSupplierTerms> stored(Key key) {
        return Optional.ofNullable(stored.get(key)).map(StoredTerms::terms);
    }

    /** The number behind the last choice of an item so far. */
    int nextRank(Item item) {
        return lastRanks.getOrDefault(item.id(), 0) + 1;
    }

    /** Checks terms; takes them to be stored when they are sound and differ. Tells whether they were taken. */
    boolean add(ItemSupplierTerms terms, Findings findings) {
        Item item = items.get(terms.item().value());
        if (item == null) {
            findings.add("item", Refusal.of(CatalogRefusal.UNKNOWN_ITEM, terms.item()).hint("Make the item first."));
            return false;
        }
        partners.requireRole(terms.supplier(), Role.SUPPLIER, findings);
        findings.optional("supplier_code", terms.supplierCode(), 64);
        terms.price().ifPresent(price -> findings.amount("price", price.amount()));
        terms.minimum().ifPresent(minimum -> findings.amount("minimum", minimum));
        terms.multiple().ifPresent(multiple -> {
            findings.amount("multiple", multiple);
            if (multiple.signum() == 0) {
                findings.outOfRange("multiple", multiple, "more than 0");
            }
        });
        terms.leadTimeDays().filter(days -> days < 0)
            .ifPresent(days -> findings.outOfRange("lead_time_days", days, "0 or more"));
        if (terms.rank() < 1) {
            findings.outOfRange("rank", terms.rank(), "1 or more");
        }
        String unit = terms.unit().isEmpty() ? item.unit().code() : terms.unit();
        if (item.packUnit(unit).isEmpty() && !units.containsKey(unit)) {
            List<String> known = new ArrayList<>(units.keySet());
            item.packs().stream().map(Pack::code).forEach(known::add);
            findings.add("unit", Refusal.of(CatalogRefusal.UNKNOWN_UNIT, unit)
                .hint(Nearest.hint(unit, known, "Import the unit first, or add a pack to the item.")));
        }
        if (findings.isClean() && !seen.add(Key.of(terms))) {
            findings.add("supplier", Refusal.of(CatalogRefusal.CODE_TAKEN, item.code(), "an earlier line")
                .hint("An item and a supplier stand in one line only."));
        }
        ItemSupplierTerms normal = new ItemSupplierTerms(terms.item(), terms.supplier(), terms.supplierCode(),
            terms.price(), unit, plain(terms.minimum()), plain(terms.multiple()), terms.leadTimeDays(), terms.rank());
        if (findings.isClean()) {
            lastRanks.merge(normal.item(), normal.rank(), Math::max);
        }
        return findings.isClean() && !normal.equals(stored(Key.of(terms)).orElse(null)) && changed.add(normal);
    }

    private static Optional<BigDecimal> plain(Optional<BigDecimal> number) {
        return number.map(Numbers::plain);
    }

    /** Stores what was taken, and tells how many rows that were. */
    int store() throws SQLException {
        if (!changed.isEmpty()) {
            SupplierTable.store(tx, stored, changed);
            tx.changes(Topic.ITEMS);
        }
        return changed.size();
    }

}
