package org.stockwright.base;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {

    private static Sample of(long... values) {
        return new Sample(Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList());
    }

    @Test
    void aDeviationNeedsTwoAndAMeanOne() {
        assertThat(of(1).deviation(2)).isEmpty();
        // Σx = 40, Σx² = 232: √((8·232 − 1600) / 56) = √4.5714… = 2.138…
        assertThat(of(2, 4, 4, 4, 5, 5, 7, 9).deviation(2)).hasValue(new BigDecimal("2.14"));
        assertThat(of(1, 2).mean(2)).hasValue(new BigDecimal("1.50"));
        assertThat(new Sample(List.of()).mean(2)).isEmpty();
        assertThat(of(3, 9, 4).largest()).hasValue(BigDecimal.valueOf(9));
        assertThat(new Sample(List.of()).sum()).isZero();
    }

    @Test
    void aPercentageNeedsSomething() {
        assertThat(Sample.percent(BigDecimal.ONE, BigDecimal.ZERO, 2)).isEmpty();
        assertThat(Sample.percent(BigDecimal.ONE, BigDecimal.valueOf(8), 2)).hasValue(new BigDecimal("12.50"));
        assertThat(Sample.percent(BigDecimal.ONE, BigDecimal.valueOf(3), 1)).hasValue(new BigDecimal("33.3"));
    }

}
