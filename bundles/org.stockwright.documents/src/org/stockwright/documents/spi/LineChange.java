package org.stockwright.documents.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.Quantity;
import org.stockwright.documents.LineId;

/**
 * What a revision makes of a line; every part that is left empty stays.
 *
 * @param line which
 * @param quantity the new quantity in the item's base unit
 * @param entered the same as it was entered, in the unit of the line
 * @param price the new price per entered unit
 * @param due the new day for which it is wanted
 * @param promised the new day for which it is promised
 */
public record LineChange(LineId line, Optional<Quantity> quantity, Optional<BigDecimal> entered,
    Optional<BigDecimal> price, Optional<LocalDate> due, Optional<LocalDate> promised) {

    /** Only the promised day changes. */
    public static LineChange promised(LineId line, LocalDate day) {
        return new LineChange(line, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.of(day));
    }

}
