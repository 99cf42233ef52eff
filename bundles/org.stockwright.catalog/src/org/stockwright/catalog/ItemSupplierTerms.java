package org.stockwright.catalog;

import java.math.BigDecimal;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.PartnerId;

/**
 * On which terms a supplier sells an item.
 *
 * @param item what
 * @param supplier who
 * @param supplierCode the supplier's own code for it, or empty
 * @param price per unit, if known
 * @param unit the unit's code that price, minimum and multiple speak of
 * @param minimum the least that is sold, if any
 * @param multiple of which orders are a multiple, if any
 * @param leadTimeDays from order to receipt, if known
 * @param rank 1 for the first choice
 */
public record ItemSupplierTerms(ItemId item, PartnerId supplier, String supplierCode, Optional<Money> price,
    String unit, Optional<BigDecimal> minimum, Optional<BigDecimal> multiple, Optional<Integer> leadTimeDays,
    int rank) {
}
