package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.stockwright.documents.DocumentLine;

/** Prices of lines in one unit, where lines were entered in different ones. */
public final class UnitPrices {

    private static final int SCALE = 9;

    private UnitPrices() {
        // only functions
    }

    /**
     * A price per entered unit of one line as a price per entered unit of another line of the same item, rounded half up to
     * nine decimals where it does not come out even.
     */
    public static BigDecimal convert(BigDecimal price, DocumentLine from, DocumentLine to) {
        if (from.enteredUnit().equals(to.enteredUnit())) {
            return price;
        }
        return price.multiply(from.entered()).multiply(to.quantity().amount())
            .divide(from.quantity().amount().multiply(to.entered()), SCALE, RoundingMode.HALF_UP);
    }

    /** What a quantity in the base unit costs at a line's price, rounded half up to nine decimals. */
    public static BigDecimal amount(DocumentLine line, BigDecimal baseQuantity) {
        return line.price().orElse(BigDecimal.ZERO).multiply(line.entered()).multiply(baseQuantity)
            .divide(line.quantity().amount(), SCALE, RoundingMode.HALF_UP);
    }

    /** A quantity in the unit in which a line was entered as one in the base unit; exact or rounded half up. */
    public static BigDecimal toBase(DocumentLine line, BigDecimal entered) {
        return entered.multiply(line.quantity().amount()).divide(line.entered(), SCALE, RoundingMode.HALF_UP);
    }

}
