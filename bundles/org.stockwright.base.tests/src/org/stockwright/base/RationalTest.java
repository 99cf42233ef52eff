package org.stockwright.base;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Fractions obey the laws of fractions. */
class RationalTest {

    @Test
    void theLawsOfArithmeticHold() {
        Samples.check("rationals", samples -> {
            Rational a = samples.rational();
            Rational b = samples.rational();
            Rational c = samples.rational();

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.times(b)).isEqualTo(b.times(a));
            assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
            assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
            assertThat(a.plus(Rational.ZERO)).isEqualTo(a);
            assertThat(a.times(Rational.ONE)).isEqualTo(a);
            if (b.signum() != 0) {
                assertThat(a.times(b).dividedBy(b)).isEqualTo(a);
            }
            assertThat(a.denominator().signum()).isPositive();
            assertThat(a.numerator().gcd(a.denominator())).isEqualTo(BigInteger.ONE);
            assertThat(a.compareTo(b)).isEqualTo(-b.compareTo(a));
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
        });
    }

    @Test
    void decimalsGoInAndOutExactly() {
        Samples.check("decimals", samples -> {
            int scale = samples.upTo(9);
            BigDecimal decimal = new BigDecimal(samples.whole(15), scale);

            assertThat(Rational.of(decimal).toDecimal(scale).orElseThrow()).isEqualByComparingTo(decimal);
        });
        assertThat(Rational.of(1, 3).toDecimal(9)).isEmpty();
        assertThat(Rational.of(1, 8).toDecimal(2)).isEmpty();
        assertThat(Rational.of(1, 8).toDecimal(3)).contains(new BigDecimal("0.125"));
        assertThat(Rational.of(new BigDecimal("1E3"))).isEqualTo(Rational.of(1000, 1));
    }

    @Test
    void fractionsAreKeptInLowestTerms() {
        assertThat(Rational.of(6, -4)).isEqualTo(Rational.of(-3, 2)).hasToString("-3/2");
        assertThat(Rational.of(0, -7)).isEqualTo(Rational.ZERO).hasToString("0");
        assertThat(Rational.of(18, 2)).hasToString("9");
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatThrownBy(() -> Rational.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rational.ONE.dividedBy(Rational.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void roundingGoesToTheStepAsNamed() {
        BigDecimal step = new BigDecimal("0.25");

        assertThat(Rational.of(13, 10).roundTo(step, Rounding.DOWN)).isEqualByComparingTo("1.25");
        assertThat(Rational.of(13, 10).roundTo(step, Rounding.UP)).isEqualByComparingTo("1.5");
        assertThat(Rational.of(-13, 10).roundTo(step, Rounding.UP)).isEqualByComparingTo("-1.5");
        assertThat(Rational.of(11, 8).roundTo(step, Rounding.HALF_UP)).isEqualByComparingTo("1.5");
        assertThat(Rational.of(9, 8).roundTo(step, Rounding.HALF_EVEN)).isEqualByComparingTo("1");
        assertThatThrownBy(() -> Rational.of(13, 10).roundTo(step, Rounding.EXACT))
            .isInstanceOf(ArithmeticException.class);
    }

}
