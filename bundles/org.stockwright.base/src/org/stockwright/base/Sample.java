package org.stockwright.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that were observed, and what they say. Sums are exact; a figure is rounded once, half up, when it is told.
 *
 * @param values the numbers
 */
public record Sample(List<BigDecimal> values) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext ROOT = MathContext.DECIMAL128;

    /** Takes a copy. */
    public Sample {
        values = List.copyOf(values);
    }

    /** The sum; 0 of nothing. */
    public BigDecimal sum() {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The largest number; empty of nothing. */
    public Optional<BigDecimal> largest() {
        return values.stream().max(BigDecimal::compareTo);
    }

    /** The mean, {@code Σx / n}; empty of nothing. */
    public Optional<BigDecimal> mean(int decimals) {
        return values.isEmpty() ? Optional.empty()
            : Optional.of(sum().divide(BigDecimal.valueOf(values.size()), decimals, RoundingMode.HALF_UP));
    }

    /**
     * The standard deviation of a sample, {@code √((n Σx² − (Σx)²) / (n (n − 1)))}; empty of fewer than two. What is under
     * the root has 34 digits.
     */
    public Optional<BigDecimal> deviation(int decimals) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        BigDecimal n = BigDecimal.valueOf(values.size());
        BigDecimal sum = sum();
        BigDecimal squares = new Sample(values.stream().map(value -> value.multiply(value)).toList()).sum();
        // the numerator is exact: no digit is lost before the division
        BigDecimal variance = n.multiply(squares).subtract(sum.multiply(sum))
            .divide(n.multiply(n.subtract(BigDecimal.ONE)), ROOT);
        return Optional.of(variance.sqrt(ROOT).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** {@code 100 part / whole}; empty when the whole is nothing. */
    public static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole, int decimals) {
        return whole.signum() == 0 ? Optional.empty()
            : Optional.of(part.multiply(HUNDRED).divide(whole, decimals, RoundingMode.HALF_UP));
    }

}
