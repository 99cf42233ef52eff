package org.stockwright.base;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Quantities from texts that people and files really send. */
class QuantityTest {

    private static final Unit KG = Unit.of("KG", "mass", Rational.ONE, 3);
    private static final Unit LB = Unit.of("LB", "mass", Rational.of(45359237, 100000000), 3);

    private static RefusalCode refusal(Outcome<?> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().getFirst().code();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "12.5|12.5", "-0|0", "+3|3", ".5|0.5", "5.|5", "1,5|1.5", "007|7",
        " 1.250 |1.25", "-1,25|-1.25", "999999999999999999.999|999999999999999999.999" })
    void plainNumbersAreRead(String text, String expected) {
        assertThat(Quantity.parse(text, KG).value().amountText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "NaN", "Infinity", "1e9", "1E-3", "0x10", "1.234,5", "1,234.5", "1 000", "1'000",
        "--1", "1.2.3", "½", "٣", "1e1000000000", "12kg", "=1+1", "\u0000", ".", "-", "," })
    void whatIsNoNumberIsRefused(String text) {
        assertThat(refusal(Quantity.parse(text, KG))).isEqualTo(QuantityRefusal.NOT_A_NUMBER);
    }

    @Test
    void aNumberThatMayBeReadInTwoWaysIsRefusedWithBothReadings() {
        Outcome<Quantity> outcome = Quantity.parse("1,234", KG);

        assertThat(refusal(outcome)).isEqualTo(QuantityRefusal.AMBIGUOUS_NUMBER);
        assertThat(outcome.refusals().getFirst().hint()).isEqualTo("Write 1234 or 1.234.");
    }

    @Test
    void aHugeTextIsRefusedShortly() {
        Outcome<Quantity> outcome = Quantity.parse("9".repeat(1_000_000), KG);

        assertThat(refusal(outcome)).isEqualTo(QuantityRefusal.NOT_A_NUMBER);
        assertThat(outcome.refusals().getFirst().toString()).hasSizeLessThan(200);
    }

    @Test
    void moreDigitsThanTheLedgerKeepsAreRefused() {
        assertThat(refusal(Quantity.parse("1000000000000000000", KG))).isEqualTo(QuantityRefusal.TOO_LARGE);
        assertThat(refusal(Quantity.parse("0." + "3".repeat(33), KG))).isEqualTo(QuantityRefusal.TOO_MANY_DECIMALS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1E+2147483647", "-1E+2147483647", "1E+40", "9E+18" })
    void extremeExponentsAreTooLarge(String number) {
        assertThat(refusal(Quantity.checked(new BigDecimal(number), KG))).isEqualTo(QuantityRefusal.TOO_LARGE);
    }

    @Test
    void extremelySmallNumbersHaveTooManyDecimals() {
        Outcome<Quantity> outcome = Quantity.checked(new BigDecimal("1E-2147483647"), KG);

        assertThat(refusal(outcome)).isEqualTo(QuantityRefusal.TOO_MANY_DECIMALS);
        assertThat(outcome.refusals().getFirst().toString()).hasSizeLessThan(200);
    }

    @Test
    void tooManyDecimalsNameTheScale() {
        Refusal refusal = Quantity.parse("1.2345", KG).refusals().getFirst();

        assertThat(refusal.sentence()).isEqualTo("1.2345 has more decimals than KG allows (3)");
        assertThat(refusal.hint()).contains("at most 3 decimals");
        assertThat(Quantity.parse("0.5", Unit.EACH).refusals().getFirst().hint()).contains("whole numbers");
    }

    @Test
    void anAmountBetweenTwoStepsIsRefusedWithItsNeighbours() {
        Unit quarter = new Unit("Q", "length", Rational.ONE, 2, new BigDecimal("0.25"));

        Refusal refusal = Quantity.parse("1.3", quarter).refusals().getFirst();

        assertThat(refusal.code()).isEqualTo(QuantityRefusal.NOT_A_MULTIPLE_OF_STEP);
        assertThat(refusal.hint()).isEqualTo("The nearest ones are 1.25 and 1.5.");
        assertThat(Quantity.parse("-1.75", quarter).value().amountText()).isEqualTo("-1.75");
    }

    @Test
    void poundsBecomeKilogramsByTheirDefinition() {
        assertThat(refusal(Quantity.of(1, LB).in(KG, Rounding.EXACT))).isEqualTo(QuantityRefusal.NOT_EXACT);
        assertThat(Quantity.of(100000, LB).in(KG, Rounding.EXACT).value().amountText()).isEqualTo("45359.237");
        assertThat(Quantity.of(1, LB).in(KG, Rounding.HALF_UP).value().amountText()).isEqualTo("0.454");
        assertThat(Quantity.of(1, LB).in(KG, Rounding.DOWN).value().amountText()).isEqualTo("0.453");
    }

    @Test
    void unitsOfDifferentDimensionsDoNotConvert() {
        assertThat(refusal(Quantity.of(1, KG).in(Unit.EACH, Rounding.HALF_UP)))
            .isEqualTo(QuantityRefusal.DIMENSIONS_DIFFER);
    }

    @Test
    void theHintOfAConversionSaysWhatFits() {
        Unit box = Unit.EACH.pack("BOX", Rational.of(9, 1));

        assertThat(Quantity.of(20, Unit.EACH).in(box, Rounding.EXACT).refusals().getFirst().hint())
            .isEqualTo("It is 20/9 BOX; the nearest smaller amount is 2 BOX.");
    }

    @Test
    void theLargestRemainderGetsWhatIsLeft() {
        List<BigDecimal> weights = List.of(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE);

        assertThat(Quantity.of(10, Unit.EACH).split(weights)).extracting(Quantity::amountText)
            .containsExactly("4", "3", "3");
        assertThat(Quantity.of(-10, Unit.EACH).split(weights)).extracting(Quantity::amountText)
            .containsExactly("-4", "-3", "-3");
        assertThat(Quantity.zero(Unit.EACH).split(weights)).allMatch(Quantity::isZero);
        assertThatThrownBy(() -> Quantity.of(1, Unit.EACH).split(List.of(BigDecimal.ZERO)))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Quantity.of(1, Unit.EACH).split(List.of()))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void equalAmountsAreEqualHoweverTheyWereWritten() {
        assertThat(Quantity.of("1.50", KG)).isEqualTo(Quantity.of("1.5", KG)).hasSameHashCodeAs(Quantity.of("1.5", KG));
        assertThat(Quantity.of("1e2", KG)).hasToString("100 KG");
        assertThatThrownBy(() -> Quantity.of(1, KG).plus(Quantity.of(1, LB)))
            .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unitsRefuseWhatCannotBeCounted() {
        assertThatThrownBy(() -> Unit.of("X", "x", Rational.ZERO, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Unit.of("X", "x", Rational.ONE, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit("X", "x", Rational.ONE, 1, new BigDecimal("0.25")))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Unit("X", "x", Rational.ONE, 1, BigDecimal.ZERO))
            .isInstanceOf(IllegalArgumentException.class);
    }

}
