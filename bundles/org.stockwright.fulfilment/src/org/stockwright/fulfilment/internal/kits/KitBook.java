package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.persistence.Transaction;

/** The kits that hold on a day, for the time of one question. */
public final class KitBook {

    /** A kit may be nested so deeply; deeper ones are refused when they are defined. */
    static final int DEEPEST = 10;

    private final Map<ItemId, Kit> kits;

    KitBook(Map<ItemId, Kit> kits) {
        this.kits = Map.copyOf(kits);
    }

    /** Those of these items that are kits on a day, and the kits among their components. */
    public static KitBook read(Transaction transaction, LocalDate day, Collection<ItemId> items) throws SQLException {
        return new KitBook(new KitRows(transaction).on(day, items));
    }

    /** The same for who only looks: on Derby he waits for nobody, and sees what others have not stored yet. */
    public static KitBook unlocked(Transaction transaction, LocalDate day, Collection<ItemId> items)
        throws SQLException {
        return new KitBook(KitRows.unlocked(transaction).on(day, items));
    }

    /** Whether an item is taken apart on orders. */
    public boolean isVirtual(ItemId item) {
        return Optional.ofNullable(kits.get(item)).map(Kit::virtual).orElse(false);
    }

    /** What one base unit of an item is directly made of, in base units; empty when it is no kit. */
    public Map<ItemId, BigDecimal> parts(ItemId item) {
        Map<ItemId, BigDecimal> result = new LinkedHashMap<>();
        Optional.ofNullable(kits.get(item)).map(Kit::parts).orElse(List.of())
            .forEach(part -> result.put(part.item(), part.quantity()));
        return result;
    }

    /** What one base unit of an item takes from stock: of a virtual kit its components to the last, else itself. */
    public Map<ItemId, BigDecimal> leaves(ItemId item) {
        Map<ItemId, BigDecimal> result = new LinkedHashMap<>();
        addLeaves(item, BigDecimal.ONE, result, 0);
        return result;
    }

    private void addLeaves(ItemId item, BigDecimal quantity, Map<ItemId, BigDecimal> result, int depth) {
        if (!isVirtual(item) || depth > DEEPEST) {
            result.merge(item, quantity, BigDecimal::add);
            return;
        }
        parts(item).forEach((part, each) -> addLeaves(part, quantity.multiply(each), result, depth + 1));
    }

    /** All items that are parts, directly or not. */
    public Set<ItemId> partItems() {
        Set<ItemId> result = new HashSet<>();
        kits.values().forEach(kit -> kit.parts().forEach(part -> result.add(part.item())));
        return result;
    }

}
