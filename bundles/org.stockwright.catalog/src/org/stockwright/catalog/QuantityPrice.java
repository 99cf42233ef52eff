package org.stockwright.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.Money;

/**
 * A price that holds from a quantity on, in a span of days.
 *
 * @param unit the code of the unit that price and quantity speak of: one that the item can be counted in
 * @param fromQuantity the least quantity that it is for; 0 for any
 * @param price per unit, 0 or more
 * @param validFrom the first day; empty when it always was
 * @param validTo the last day, which counts; empty when no end is known
 */
public record QuantityPrice(String unit, BigDecimal fromQuantity, Money price, Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo) {

    /** Whether it holds on a day. */
    public boolean isValidOn(LocalDate day) {
        return validFrom.filter(day::isBefore).isEmpty() && validTo.filter(day::isAfter).isEmpty();
    }

}
