package org.stockwright.valuation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;

/**
 * The value of an item's stock.
 *
 * @param itemId the item
 * @param item its code
 * @param name its name
 * @param category the path of its category, or empty
 * @param site the code of the site, or of the place of transit or production; empty for all together
 * @param onHand our own stock
 * @param value in the company's currency
 * @param unitCost value by quantity, with four more decimals than amounts; empty without stock
 * @param method how cost flows
 * @param whose whose the goods are: what is on its way and not ours stands in rows of its own and is no value of stock
 */
public record ValueRow(ItemId itemId, String item, String name, String category, String site, Quantity onHand,
    BigDecimal value, Optional<BigDecimal> unitCost, CostMethod method, Whose whose) {

    /** Whose goods are, by the terms of the place of transit in which they are. */
    public enum Whose {
        /** Ours: everything but what follows. */
        OURS,
        /** On their way to us, and the supplier's until they arrive. */
        SUPPLIER,
        /** On their way to a customer, and his since they left. */
        CUSTOMER;

        /** The word of files, for example {@code ours}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What counts as value of our stock: nothing when the goods are not ours. */
    public BigDecimal stockValue() {
        return whose == Whose.OURS ? value : BigDecimal.ZERO;
    }

}
