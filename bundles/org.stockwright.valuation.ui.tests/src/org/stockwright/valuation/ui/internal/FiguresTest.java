package org.stockwright.valuation.ui.internal;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTest {

    private final Figures euro = Examples.EURO;

    @Test
    void anAmountHasTheDecimalsOfItsCurrency() {
        assertThat(euro.money(new BigDecimal("12"))).isEqualTo("12.00 EUR");
        assertThat(euro.money(new BigDecimal("12.3000"))).isEqualTo("12.30 EUR");
        assertThat(Figures.of(0, "JPY", euro.zone()).money(new BigDecimal("1200"))).isEqualTo("1200 JPY");
        assertThat(Figures.of(3, "KWD", euro.zone()).money(new BigDecimal("1.5"))).isEqualTo("1.500 KWD");
    }

    @Test
    void anAmountIsNeverRounded() {
        assertThat(euro.money(new BigDecimal("0.00001"))).isEqualTo("0.00001 EUR");
        assertThat(euro.money(new BigDecimal("1E+3"))).isEqualTo("1000.00 EUR");
    }

    @Test
    void aUnitCostHasTwoDecimalsMore() {
        assertThat(euro.unitCost(new BigDecimal("2.5")).toPlainString()).isEqualTo("2.5000");
        assertThat(euro.unitCost(new BigDecimal("3.333333")).toPlainString()).isEqualTo("3.333333");
    }

    @Test
    void thePointsOfAColumnStandBelowEachOther() {
        Figures fitting = euro.fitting(
            Stream.of(new BigDecimal("12"), new BigDecimal("0.0580"), new BigDecimal("1E+3")),
            Stream.of(new BigDecimal("0.333333")));
        assertThat(fitting.amount(new BigDecimal("12")).toPlainString()).isEqualTo("12.000");
        assertThat(fitting.amount(new BigDecimal("0.058")).toPlainString()).isEqualTo("0.058");
        assertThat(fitting.unitCost(new BigDecimal("2.5")).toPlainString()).isEqualTo("2.500000");
        assertThat(fitting.money(new BigDecimal("12"))).as("a sum stands alone").isEqualTo("12.00 EUR");
    }

    @Test
    void aChangeSaysItsSign() {
        assertThat(euro.change(new BigDecimal("2"))).isEqualTo("+2.00 EUR");
        assertThat(euro.change(new BigDecimal("-2"))).isEqualTo("-2.00 EUR");
        assertThat(euro.change(BigDecimal.ZERO)).isEqualTo("0.00 EUR");
    }

    @Test
    void instantsAreShownInTheCompanysZone() {
        Figures berlin = Figures.of(2, "EUR", ZoneId.of("Europe/Berlin"));
        assertThat(berlin.minutes(Examples.NOON)).isEqualTo("2026-03-31 14:00");
        assertThat(euro.seconds(Examples.NOON)).isEqualTo("2026-03-31 12:00:00");
    }

    @Test
    void aWordOfFilesIsSpoken() {
        assertThat(Words.spoken("stock-accounts")).isEqualTo("Stock accounts");
        assertThat(Words.spoken("")).isEmpty();
    }

}
