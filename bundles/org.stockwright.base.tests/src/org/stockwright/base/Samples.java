package org.stockwright.base;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Consumer;

/** Random values for properties. The seed is printed, and named when a property fails. */
public final class Samples {

    private static final int ROUNDS = Boolean.getBoolean("stockwright.nightly") ? 200_000 : 3_000;

    private final Random random;

    private Samples(long seed) {
        random = new Random(seed);
    }

    /** Checks a property on many samples. */
    public static void check(String name, Consumer<Samples> property) {
        long seed = Long.getLong("stockwright.seed", System.nanoTime());
        System.out.println(name + ": seed " + seed);
        Samples samples = new Samples(seed);
        for (int round = 0; round < ROUNDS; round++) {
            try {
                property.accept(samples);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(name + " failed in round " + round + " of seed " + seed, e);
            }
        }
    }

    /** From 1 to this. */
    public int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** A whole number of at most so many digits, of any sign. */
    BigInteger whole(int digits) {
        BigInteger number = new BigInteger(random.nextInt(1, (int) (digits * 3.3)), random);
        return random.nextBoolean() ? number : number.negate();
    }

    /** A fraction of any sign. */
    Rational rational() {
        return new Rational(whole(12), whole(12).abs().add(BigInteger.ONE));
    }

    /** A positive fraction. */
    Rational positive() {
        return new Rational(whole(8).abs().add(BigInteger.ONE), whole(6).abs().add(BigInteger.ONE));
    }

    /** A unit of a dimension with a random scale and, at times, a step that is no power of ten. */
    Unit unit(String dimension, Rational factor) {
        int scale = random.nextInt(0, 5);
        BigDecimal step = BigDecimal.ONE.movePointLeft(scale);
        if (chance(30)) {
            step = step.multiply(BigDecimal.valueOf(upTo(99)));
        }
        return new Unit("U" + upTo(1000), dimension, factor, scale, step);
    }

    /** A quantity of at most so many steps, of any sign. */
    Quantity quantity(Unit unit, int digits) {
        return new Quantity(new BigDecimal(whole(digits)).multiply(unit.step()), unit);
    }

    /** A text of characters that nobody expects. */
    public String garbage() {
        StringBuilder text = new StringBuilder();
        int length = chance(5) ? upTo(12_000) : upTo(30);
        String usual = "0123456789.,+-eE NaN]C1()\u001d\u0000\t\"';|\\{}''%";
        for (int i = 0; i < length; i++) {
            text.append(chance(80) ? usual.charAt(random.nextInt(usual.length()))
                : (char) random.nextInt(Character.MAX_VALUE));
        }
        return text.toString();
    }

    /** So many digits. */
    public String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

}
