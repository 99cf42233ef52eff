package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;

/**
 * What of a bundle's price belongs to each of its components: in proportion to what they cost by list, rounded to the
 * currency's smallest unit by the largest remainder, so that the parts add up to the whole.
 */
public final class BundlePrice {

    private BundlePrice() {
        // only a function
    }

    /**
     * Splits an amount.
     *
     * @param amount not negative; rounded half up to the smallest unit first
     * @param currency of the amount
     * @param weights the components' list prices times their quantities; when all are zero, all weigh the same
     */
    public static List<BigDecimal> split(BigDecimal amount, Currency currency, List<BigDecimal> weights) {
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        Unit smallest = Unit.of(currency.getCurrencyCode(), "money", Rational.ONE, digits);
        boolean none = weights.stream().allMatch(weight -> weight.signum() == 0);
        List<BigDecimal> used = none ? weights.stream().map(weight -> BigDecimal.ONE).toList() : weights;
        return new Quantity(amount.setScale(digits, RoundingMode.HALF_UP), smallest).split(used).stream()
            .map(Quantity::amount).toList();
    }

}
