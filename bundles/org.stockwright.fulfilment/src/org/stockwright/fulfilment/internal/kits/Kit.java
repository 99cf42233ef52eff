package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.stockwright.base.ItemId;

/**
 * A version of a kit as it is stored.
 *
 * @param item what is made
 * @param from the first day on which it holds
 * @param virtual whether it is taken apart on the order; else it is assembled and lies in stock
 * @param parts what one base unit is made of
 */
record Kit(ItemId item, LocalDate from, boolean virtual, List<Part> parts) {

    /**
     * A component.
     *
     * @param item what
     * @param quantity how much, in its base unit, for one base unit of the kit
     */
    record Part(ItemId item, BigDecimal quantity) {
    }

}
