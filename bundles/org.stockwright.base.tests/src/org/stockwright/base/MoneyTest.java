package org.stockwright.base;

import java.math.BigDecimal;
import java.util.Currency;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Money is exact and keeps its currency. */
class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void amountsAddUpExactly() {
        Samples.check("money", samples -> {
            Money a = new Money(new BigDecimal(samples.whole(12), samples.upTo(9)), EUR);
            Money b = new Money(new BigDecimal(samples.whole(12), samples.upTo(9)), EUR);

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).minus(b)).isEqualTo(a).hasSameHashCodeAs(a);
        });
    }

    @Test
    void aCurrencyIsNeverMixedWithAnother() {
        assertThatThrownBy(() -> Money.of(EUR, "1").plus(Money.of(JPY, "1")))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("JPY");
    }

    @Test
    void roundingHasToBeNamed() {
        Money price = Money.of(EUR, "3.105");

        assertThat(price).hasToString("3.105 EUR");
        assertThat(price.rounded(Rounding.HALF_EVEN)).hasToString("3.10 EUR");
        assertThat(price.rounded(Rounding.HALF_UP)).hasToString("3.11 EUR");
        assertThat(Money.of(JPY, "1E3").rounded(Rounding.EXACT)).hasToString("1000 JPY");
        assertThatThrownBy(() -> price.rounded(Rounding.EXACT)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void moreDigitsThanTheBooksKeepAreRefused() {
        assertThatThrownBy(() -> Money.of(EUR, "0.0000000001")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(EUR, "1E18")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of(EUR, "1E2147483647")).isInstanceOf(IllegalArgumentException.class);
    }

}
