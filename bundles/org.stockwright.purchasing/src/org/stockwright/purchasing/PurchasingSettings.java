package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.security.Requires;

/** Who may approve how much, and what is still taken as right. Thread-safe. */
@ProviderType
@Requires(PurchasingPermission.VIEW)
public interface PurchasingSettings {

    /**
     * Up to which amount somebody may approve. While no limit is stored, everybody with the permission may approve all.
     *
     * @param isRole whether it is a role rather than a user
     * @param name the name of the user or role; case does not matter
     * @param department for which department; empty for all that have no limit of their own
     * @param amount the largest total, in {@code currency}
     * @param currency documents in other currencies need a limit of their own
     */
    record Limit(boolean isRole, String name, String department, BigDecimal amount, Currency currency) {
    }

    /** All limits, by name and department. */
    List<Limit> limits();

    /** Stores a limit, new or changed; role or user, department and currency tell one from another. */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Limit> setLimit(Limit limit);

    /** Takes a limit away, and tells whether there was one. */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Boolean> removeLimit(Limit limit);

    /**
     * Stores limits in the place of all before, all or none; refusals carry the index (from 1) as their line.
     *
     * @return how many there are now
     */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Integer> setLimits(List<Limit> limits);

    /**
     * How much more or less than ordered is received.
     *
     * @param supplier of this supplier; empty for all
     * @param item of this item; empty for all
     * @param over percent of the ordered quantity, 0 to 1000
     * @param under percent of the ordered quantity, 0 to 100
     */
    record Delivery(Optional<PartnerId> supplier, Optional<ItemId> item, BigDecimal over, BigDecimal under) {
    }

    /** The tolerances of deliveries. */
    List<Delivery> deliveries();

    /** Stores the tolerance of deliveries of a supplier, an item, both or all. */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Delivery> setDelivery(Delivery tolerance);

    /**
     * Stores tolerances of deliveries in the place of all before, all or none; refusals carry the index (from 1) as their
     * line.
     *
     * @return how many there are now
     */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Integer> setDeliveries(List<Delivery> tolerances);

    /**
     * What is still taken as the same.
     *
     * @param pricePercent a price differs by at most so many percent of the expected one
     * @param amount or the amount of the whole line differs by at most so much, in the document's currency
     * @param quantityPercent a quantity is more by at most so many percent of the expected one
     * @param duplicateDays two orders look the same when they are at most so many days apart; 0 to look for none but of
     *            the same day
     * @param threeWay whether invoices are matched with receipts too, and not only with orders
     */
    record Matching(BigDecimal pricePercent, BigDecimal amount, BigDecimal quantityPercent, int duplicateDays,
        boolean threeWay) {

        /** Exact prices and quantities, orders of a week, receipts count. */
        public static final Matching STANDARD = new Matching(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 7,
            true);

    }

    /** The tolerances of approval and matching. */
    Matching matching();

    /** Stores the tolerances of approval and matching. */
    @Requires(PurchasingPermission.SETTINGS)
    Outcome<Matching> setMatching(Matching tolerances);

}
