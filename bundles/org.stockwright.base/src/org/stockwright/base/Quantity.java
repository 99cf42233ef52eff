package org.stockwright.base;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * An exact amount of a unit. It always fits its unit (scale and step) and the ledger ({@value #MAX_INTEGER_DIGITS}
 * digits before the decimal point). Two quantities are equal when amount and unit are; {@code 1.50 KG} equals
 * {@code 1.5 KG}.
 *
 * @param amount the number, without trailing zeros; may be negative
 * @param unit what is counted
 */
public record Quantity(BigDecimal amount, Unit unit) {

    /** The most digits before the decimal point that the ledger keeps. */
    public static final int MAX_INTEGER_DIGITS = 18;

    private static final int SHOWN_SCALE = 40;

    /**
     * Checks that the amount fits the unit.
     *
     * @throws IllegalArgumentException when it does not: callers with data from outside use {@link #parse} or
     *             {@link #checked}
     */
    public Quantity {
        amount = plain(amount);
        Refusal refusal = misfit(amount, unit);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal.toString());
        }
    }

    /** An amount that is known to fit. */
    public static Quantity of(String amount, Unit unit) {
        return new Quantity(new BigDecimal(amount), unit);
    }

    /** A whole amount that is known to fit. */
    public static Quantity of(long amount, Unit unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    /** None of a unit. */
    public static Quantity zero(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /** The amount if it fits the unit, or why it does not. */
    public static Outcome<Quantity> checked(BigDecimal amount, Unit unit) {
        BigDecimal plain = plain(amount);
        Refusal refusal = misfit(plain, unit);
        return refusal == null ? Outcome.done(new Quantity(plain, unit)) : Outcome.refused(refusal);
    }

    /** The quantity that a text from a file or a command stands for: see {@link Decimals#parse}. */
    public static Outcome<Quantity> parse(String text, Unit unit) {
        return Decimals.parse(text).then(amount -> checked(amount, unit));
    }

    private static BigDecimal plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 && integerDigits(stripped) <= 2 * MAX_INTEGER_DIGITS ? stripped.setScale(0)
            : stripped;
    }

    /** Counted as a long: a number with an extreme exponent must not pass for a small one. */
    private static long integerDigits(BigDecimal amount) {
        return (long) amount.precision() - amount.scale();
    }

    /** Plain, or with an exponent when it would fill pages. */
    private static String shown(BigDecimal amount) {
        return Math.abs((long) amount.scale()) > SHOWN_SCALE ? amount.toString() : amount.toPlainString();
    }

    private static Refusal misfit(BigDecimal amount, Unit unit) {
        if (integerDigits(amount) > MAX_INTEGER_DIGITS) {
            return Refusal.of(QuantityRefusal.TOO_LARGE, shown(amount), MAX_INTEGER_DIGITS)
                .hint("Split it, or use a larger unit.");
        }
        if (amount.scale() > unit.scale()) {
            return Refusal.of(QuantityRefusal.TOO_MANY_DECIMALS, shown(amount), unit, unit.scale())
                .hint(unit.scale() == 0 ? unit + " is counted in whole numbers."
                    : "Use at most " + unit.scale() + " decimals, or a smaller unit.");
        }
        if (!unit.holds(amount)) {
            return Refusal.of(QuantityRefusal.NOT_A_MULTIPLE_OF_STEP, amount.toPlainString(), unit,
                unit.step().toPlainString()).hint("The nearest ones are " + neighbours(amount, unit) + ".");
        }
        return null;
    }

    private static String neighbours(BigDecimal amount, Unit unit) {
        BigDecimal below = Rational.of(amount).roundTo(unit.step(), Rounding.DOWN);
        BigDecimal above = Rational.of(amount).roundTo(unit.step(), Rounding.UP);
        return plain(below).toPlainString() + " and " + plain(above).toPlainString();
    }

    /** -1, 0 or 1 as it is negative, zero or positive. */
    public int signum() {
        return amount.signum();
    }

    /** Whether there is nothing of it. */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** The sum of two quantities of the same unit. */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(sameUnit(other).amount), unit);
    }

    /** The difference of two quantities of the same unit. */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(sameUnit(other).amount), unit);
    }

    /** The same amount with the other sign. */
    public Quantity negate() {
        return new Quantity(amount.negate(), unit);
    }

    /** Less than, equal to or more than another quantity of the same unit. */
    public int compareAmount(Quantity other) {
        return amount.compareTo(sameUnit(other).amount);
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException(this + " and " + other + " have different units");
        }
        return other;
    }

    /**
     * The same quantity in another unit of the same dimension: exact, or rounded by the rule that the caller names.
     *
     * @param target the unit wanted
     * @param rounding {@link Rounding#EXACT} to be refused when it does not come out even
     */
    public Outcome<Quantity> in(Unit target, Rounding rounding) {
        if (!unit.dimension().equals(target.dimension())) {
            return Outcome.refused(Refusal
                .of(QuantityRefusal.DIMENSIONS_DIFFER, unit, unit.dimension(), target, target.dimension())
                .hint("Use a unit of " + unit.dimension() + ", or define a pack."));
        }
        Rational exact = Rational.of(amount).times(unit.factor()).dividedBy(target.factor());
        if (rounding == Rounding.EXACT) {
            return exact.toDecimal(target.scale()).filter(target::holds).map(value -> checked(value, target))
                .orElseGet(() -> Outcome.refused(inexact(target, exact)));
        }
        return checked(exact.roundTo(target.step(), rounding), target);
    }

    private Refusal inexact(Unit target, Rational exact) {
        BigDecimal below = exact.roundTo(target.step(), Rounding.DOWN);
        return Refusal.of(QuantityRefusal.NOT_EXACT, amount.toPlainString(), unit, target)
            .hint("It is " + exact + " " + target + "; the nearest smaller amount is " + plain(below).toPlainString()
                + " " + target
                + ".");
    }

    /**
     * Splits into parts by weight so that the parts add up to the whole: each part is rounded down to the unit's step,
     * and what is left goes, a step each, to the parts that lost most (the largest remainder method).
     *
     * @param weights positive or zero numbers, not all zero
     */
    public List<Quantity> split(List<BigDecimal> weights) {
        Rational total = weights.stream().map(Rational::of).reduce(Rational.ZERO, Rational::plus);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("weights are not negative and not all zero: " + weights);
        }
        BigInteger steps = amount.divide(unit.step()).toBigIntegerExact();
        int sign = steps.signum();
        Rational whole = new Rational(steps.abs(), BigInteger.ONE);
        BigInteger[] parts = new BigInteger[weights.size()];
        Rational[] lost = new Rational[weights.size()];
        BigInteger left = steps.abs();
        for (int i = 0; i < parts.length; i++) {
            Rational share = whole.times(Rational.of(weights.get(i))).dividedBy(total);
            parts[i] = share.numerator().divide(share.denominator());
            lost[i] = share.plus(new Rational(parts[i].negate(), BigInteger.ONE));
            left = left.subtract(parts[i]);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> lost[b].compareTo(lost[a]));
        for (int i = 0; left.signum() > 0; i++) {
            int winner = order.get(i);
            parts[winner] = parts[winner].add(BigInteger.ONE);
            left = left.subtract(BigInteger.ONE);
        }
        List<Quantity> result = new ArrayList<>();
        for (BigInteger part : parts) {
            BigDecimal signed = new BigDecimal(sign < 0 ? part.negate() : part);
            result.add(new Quantity(signed.multiply(unit.step()), unit));
        }
        return result;
    }

    /** The number as people and files write it: plain, without trailing zeros, with {@code .} as decimal point. */
    public String amountText() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return amountText() + " " + unit;
    }

}
