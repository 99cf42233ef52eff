package org.stockwright.valuation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in the company's currency, or a cost per unit, by what it was paid for.
 *
 * @param material what the goods themselves cost
 * @param freight freight, duty and what else it took to get them here
 * @param labour work that went into them
 * @param overhead a share of what work needs
 */
public record Cost(BigDecimal material, BigDecimal freight, BigDecimal labour, BigDecimal overhead) {

    /** Nothing. */
    public static final Cost ZERO = new Cost(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Compared by value: trailing zeros are taken away. */
    public Cost {
        material = plain(material);
        freight = plain(freight);
        labour = plain(labour);
        overhead = plain(overhead);
    }

    /** Material alone. */
    public static Cost of(BigDecimal material) {
        return material.signum() == 0 ? ZERO
            : new Cost(material, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static BigDecimal plain(BigDecimal amount) {
        if (amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** All components together. */
    public BigDecimal total() {
        return isMaterialOnly() ? material : material.add(freight).add(labour).add(overhead);
    }

    /** Whether every component is zero. */
    public boolean isZero() {
        return material.signum() == 0 && isMaterialOnly();
    }

    private boolean isMaterialOnly() {
        return freight.signum() == 0 && labour.signum() == 0 && overhead.signum() == 0;
    }

    /** The sum, component by component. */
    public Cost plus(Cost other) {
        if (isZero()) {
            return other;
        }
        return other.isZero() ? this
            : new Cost(material.add(other.material), freight.add(other.freight), labour.add(other.labour),
                overhead.add(other.overhead));
    }

    /** The difference, component by component. */
    public Cost minus(Cost other) {
        return other.isZero() ? this
            : new Cost(material.subtract(other.material), freight.subtract(other.freight),
                labour.subtract(other.labour), overhead.subtract(other.overhead));
    }

    /** With the other sign. */
    public Cost negate() {
        return ZERO.minus(this);
    }

    /**
     * The share of a part: {@code this * part / whole}. The total is rounded once, halves away from zero; the components
     * are rounded likewise and material takes what is left of the total. A part that is the whole is this amount.
     *
     * @param whole not zero
     * @param scale so many decimals
     */
    public Cost share(BigDecimal part, BigDecimal whole, int scale) {
        return part.compareTo(whole) == 0 ? this : portion(part, whole, scale);
    }

    /** This cost per unit for so many units, rounded as {@link #share} does. */
    public Cost times(BigDecimal quantity, int scale) {
        return portion(quantity, BigDecimal.ONE, scale);
    }

    private Cost portion(BigDecimal part, BigDecimal whole, int scale) {
        BigDecimal sum = portion(total(), part, whole, scale);
        if (isMaterialOnly()) {
            return of(sum);
        }
        BigDecimal freightPart = portion(freight, part, whole, scale);
        BigDecimal labourPart = portion(labour, part, whole, scale);
        BigDecimal overheadPart = portion(overhead, part, whole, scale);
        return new Cost(sum.subtract(freightPart).subtract(labourPart).subtract(overheadPart), freightPart, labourPart,
            overheadPart);
    }

    private static BigDecimal portion(BigDecimal amount, BigDecimal part, BigDecimal whole, int scale) {
        return amount.signum() == 0 ? BigDecimal.ZERO
            : amount.multiply(part).divide(whole, scale, RoundingMode.HALF_UP);
    }

}
