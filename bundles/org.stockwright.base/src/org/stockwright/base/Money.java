package org.stockwright.base;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount of a currency. Unit prices may have more decimals than the currency; {@link #rounded} brings an
 * amount to the currency's own by the rule that the caller names.
 *
 * @param amount the number, without trailing zeros
 * @param currency the ISO 4217 currency
 */
public record Money(BigDecimal amount, Currency currency) {

    /** The most decimals that the books keep. */
    public static final int MAX_SCALE = 9;

    /** The most digits before the decimal point that the books keep. */
    public static final int MAX_INTEGER_DIGITS = 18;

    /**
     * Checks the number of digits.
     *
     * @throws IllegalArgumentException when there are more than {@value #MAX_SCALE} decimals or more than
     *             {@value #MAX_INTEGER_DIGITS} digits before the decimal point
     */
    public Money {
        Objects.requireNonNull(currency);
        amount = amount.stripTrailingZeros();
        if ((long) amount.precision() - amount.scale() > MAX_INTEGER_DIGITS) {
            throw new IllegalArgumentException(
                amount + " has more than " + MAX_INTEGER_DIGITS + " digits before the decimal point");
        }
        if (amount.scale() < 0) {
            amount = amount.setScale(0);
        }
        if (amount.scale() > MAX_SCALE) {
            throw new IllegalArgumentException(amount + " has more than " + MAX_SCALE + " decimals");
        }
    }

    /** An amount that is known to be a number. */
    public static Money of(Currency currency, String amount) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** The sum of two amounts of the same currency. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** The difference of two amounts of the same currency. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(this + " and " + other + " have different currencies");
        }
        return other;
    }

    /**
     * The amount in the currency's own decimals.
     *
     * @throws ArithmeticException when the rule is {@link Rounding#EXACT} and the amount has more decimals
     */
    public Money rounded(Rounding rounding) {
        return new Money(amount.setScale(currency.getDefaultFractionDigits(), rounding.mode()), currency);
    }

    @Override
    public String toString() {
        int scale = Math.max(amount.scale(), currency.getDefaultFractionDigits());
        return amount.setScale(scale).toPlainString() + " " + currency;
    }

}
