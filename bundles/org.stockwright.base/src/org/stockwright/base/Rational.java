package org.stockwright.base;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/**
 * An exact fraction in lowest terms with a positive denominator; unit conversions are made of these.
 *
 * @param numerator p of p/q
 * @param denominator q of p/q, always positive
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    /** 0/1. */
    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

    /** 1/1. */
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    /**
     * Reduces to lowest terms.
     *
     * @throws IllegalArgumentException when the denominator is zero
     */
    public Rational {
        Objects.requireNonNull(numerator);
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("denominator is zero");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        BigInteger common = numerator.gcd(denominator);
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /** The fraction p/q. */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a decimal. */
    public static Rational of(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        return decimal.scale() >= 0 ? new Rational(unscaled, BigInteger.TEN.pow(decimal.scale()))
            : new Rational(unscaled.multiply(BigInteger.TEN.pow(-decimal.scale())), BigInteger.ONE);
    }

    /** The sum. */
    public Rational plus(Rational other) {
        return new Rational(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
    }

    /** The product. */
    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @throws IllegalArgumentException when the divisor is zero
     */
    public Rational dividedBy(Rational divisor) {
        return new Rational(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /** -1, 0 or 1 as it is negative, zero or positive. */
    public int signum() {
        return numerator.signum();
    }

    /** The same value as a decimal of at most this many places, if there is one. */
    public Optional<BigDecimal> toDecimal(int scale) {
        BigInteger[] parts = numerator.multiply(BigInteger.TEN.pow(scale)).divideAndRemainder(denominator);
        return parts[1].signum() == 0 ? Optional.of(new BigDecimal(parts[0], scale)) : Optional.empty();
    }

    /**
     * The nearest multiple of a step by the named rule.
     *
     * @param step a positive decimal; the result has its scale
     * @throws ArithmeticException when the rule is {@link Rounding#EXACT} and the value is no multiple
     */
    public BigDecimal roundTo(BigDecimal step, Rounding rounding) {
        Rational steps = dividedBy(of(step));
        BigDecimal whole = new BigDecimal(steps.numerator).divide(new BigDecimal(steps.denominator), 0,
            rounding.mode());
        return whole.multiply(step);
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

}
