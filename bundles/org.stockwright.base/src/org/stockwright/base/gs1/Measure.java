package org.stockwright.base.gs1;

import java.math.BigDecimal;

/**
 * A measure of an element string.
 *
 * @param amount exact, with the decimals that the label has
 * @param unit {@code KG}, {@code LB}, {@code OZT} (troy ounce), {@code M}, {@code IN}, {@code FT}, {@code YD}, their
 *            squares and cubes ({@code M2}, {@code FT3} …), {@code L}, {@code FLOZ}, {@code QT}, {@code GAL} (of the United
 *            States) or {@code KG/M2}
 */
public record Measure(BigDecimal amount, String unit) {

    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }

}
