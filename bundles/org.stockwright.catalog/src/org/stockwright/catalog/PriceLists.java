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
 * What customers pay by list, quantity and day. What one customer pays for one item is told to everybody who sees items,
 * since he enters the order and the customer sees the price too; the lists themselves are seen and changed by those alone who
 * may see costs. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(CatalogPermission.VIEW)
public interface PriceLists {

    /** The code of the list that holds for customers without one of their own. */
    String STANDARD = "STANDARD";

    /**
     * One line of a list. A customer whom a line of a list names has that list: its lines without a customer are for him
     * too.
     *
     * @param priceList the code of the list
     * @param customer whom the line is for; empty for all who have the list
     * @param item what
     * @param terms from which quantity and in which days for what price
     */
    record PriceLine(String priceList, Optional<PartnerId> customer, ItemId item, QuantityPrice terms) {
    }

    /**
     * The price for a sale.
     *
     * @param priceList the code of the list that it is from; empty when it is the item's own list price
     * @param price per unit
     * @param unit of what
     * @param fromQuantity the least quantity of the unit that it is for; 0 for any
     */
    record ListPrice(String priceList, Money price, Unit unit, BigDecimal fromQuantity) {
    }

    /**
     * What a customer pays for a quantity of an item on a day. The first of these that has a price: lines that name the
     * customer; lines for all of a list that he has; lines for all of the list {@link #STANDARD}; the list price of the
     * item. Among several it is the one with the largest quantity that is reached, with quantities compared in the item's
     * base unit; then that of the larger unit, then the one that began last, then by the code of the list.
     */
    Optional<ListPrice> price(PartnerId customer, ItemId item, Quantity quantity, LocalDate day);

    /**
     * A quantity of an item that is asked for.
     *
     * @param item what
     * @param quantity how much, in a unit of the item
     */
    record Wanted(ItemId item, Quantity quantity) {
    }

    /** What a customer pays on a day for each of these by itself, as {@link #price} tells, in their order. */
    List<Optional<ListPrice>> prices(PartnerId customer, List<Wanted> wanted, LocalDate day);

    /** The codes of all lists. */
    List<String> lists();

    /** All lines of a list, past and coming ones too, by item, customer, unit, quantity and first day. */
    List<PriceLine> list(String priceList);

    /**
     * Stores lines, new or changed, all or none; list, customer, item, unit, quantity and first day tell one from another.
     * Two lines that differ in their days only must not hold on the same day. Refusals carry the index (from 1) as their
     * line.
     *
     * @return how many differed from what was stored
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> saveAll(List<PriceLine> lines);

    /**
     * Takes lines away and stores others, all of it or nothing: how a page stores what was changed in it. What is stored is
     * checked as by {@link #saveAll}, without the lines that are taken away.
     *
     * @return how many were taken away or differed
     */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> change(List<PriceLine> removed, List<PriceLine> stored);

    /** Takes lines away that were entered by mistake, and tells how many of them there were; prices are not compared. */
    @Requires(CatalogPermission.EDIT)
    Outcome<Integer> removeAll(List<PriceLine> lines);

}
