package org.stockwright.valuation;

import java.math.BigDecimal;
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
 */
public record ValueRow(ItemId itemId, String item, String name, String category, String site, Quantity onHand,
    BigDecimal value, Optional<BigDecimal> unitCost, CostMethod method) {
}
