package org.stockwright.hostile;

import java.util.Random;

/**
 * Randomness that can be repeated: the seed is printed, and {@code -Dstockwright.seed=N} takes it again. Every build takes
 * the same one, so that it fails for what was changed; the nightly run takes another each time.
 */
final class Seed {

    /** Whether the long forms run. */
    static final boolean NIGHTLY = Boolean.getBoolean("stockwright.nightly");

    private static final long EVERY_BUILD = 20_261_122;

    private final long number;
    private final Random random;

    private Seed(String test) {
        number = Long.getLong("stockwright.seed", NIGHTLY ? System.nanoTime() : EVERY_BUILD);
        random = new Random(number);
        System.out.println(test + ": -Dstockwright.seed=" + number);
    }

    static Seed of(Class<?> test) {
        return new Seed(test.getSimpleName());
    }

    long number() {
        return number;
    }

    Random random() {
        return random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T of(java.util.List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

}
