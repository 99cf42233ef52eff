package org.stockwright.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.security.Requires;

/**
 * What suppliers take by quantity and day. Whoever may not see costs sees no prices and stores none. Thread-safe; never
 * called on the user interface's thread.
 */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface PriceBreaks {

    /**
     * One line of a supplier's prices.
     *
     * @param item what
     * @param supplier who sells it
     * @param terms from which quantity and in which days for what price
     */
    record PriceBreak(ItemId item, PartnerId supplier, QuantityPrice terms) {
    }

    /**
     * The price for a purchase.
     *
     * @param price per unit
     * @param unit of what
     * @param fromQuantity the least quantity of the unit that it is for; 0 for any
     */
    record SupplierPrice(Money price, Unit unit, BigDecimal fromQuantity) {
    }

    /**
     * What a supplier takes for a quantity of an item on a day: the price of the largest quantity that is reached, with
     * quantities compared in the item's base unit; of two that begin at the same quantity that of the larger unit. When no
     * line holds, the price of the {@link ItemSupplierTerms}; empty when there is none either.
     */
    Optional<SupplierPrice> price(ItemId item, PartnerId supplier, Quantity quantity, LocalDate day);

    /** All lines of an item, past and coming ones too, by supplier, unit, quantity and first day. */
    List<PriceBreak> list(ItemId item);

    /**
     * Stores lines, new or changed, all or none; item, supplier, unit, quantity and first day tell one from another. Two
     * lines that differ in their days only must not hold on the same day. Refusals carry the index (from 1) as their
     * line.
     *
     * @return how many differed from what was stored
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> saveAll(List<PriceBreak> breaks);

    /**
     * Takes lines away and stores others, all of it or nothing: how a page stores what was changed in it. What is stored is
     * checked as by {@link #saveAll}, without the lines that are taken away.
     *
     * @return how many were taken away or differed
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> change(List<PriceBreak> removed, List<PriceBreak> stored);

    /** Takes lines away that were entered by mistake, and tells how many of them there were; prices are not compared. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> removeAll(List<PriceBreak> breaks);

}
