package org.stockwright.service.internal.boundary;

import java.math.BigDecimal;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ShareTest {

    /** The first three are the examples of AS 241's author; the others are in tables of the distribution's tail. */
    @ParameterizedTest
    @CsvSource({ "0.25, -0.674489750", "0.001, -3.090232306", "0.975, 1.959963985", "0.5, 0", "0.95, 1.644853627",
        "0.000000001, -5.997807015", "0.0000000001, -6.361340902", "0.000000000001, -7.034483825",
        "0.999999999, 5.997807015", "0.9999999999, 6.361340902", "0.999999999999, 7.034483825",
        "0.000000000000001, -7.941345326", "0.999999999999999, 7.941345326" })
    void theDeviateHasNineDecimalsFarOutInBothTails(BigDecimal share, BigDecimal deviate) {
        assertThat(Share.of(share).deviate()).isEqualByComparingTo(deviate);
    }

    @Test
    void whatIsNearerToNoneOrAllCountsAsEightDeviationsAway() {
        assertThat(Share.of(new BigDecimal("1e-300")).deviate()).isEqualByComparingTo("-7.941345326");
        assertThat(Share.of(BigDecimal.ONE).deviate()).isEqualByComparingTo("7.941345326");
        assertThat(Share.of(BigDecimal.ZERO).deviate()).isEqualByComparingTo("-7.941345326");
    }

    /** Another algorithm says the same wherever it is exact itself: from one in ten thousand on, at both ends of all pieces. */
    @Test
    void anotherAlgorithmSaysTheSame() {
        NormalDistribution other = new NormalDistribution();
        for (int i = 1; i < 10_000; i++) {
            BigDecimal share = new BigDecimal(i).movePointLeft(4);
            assertThat(Share.of(share).deviate()).as("of %s", share).isCloseTo(
                BigDecimal.valueOf(other.inverseCumulativeProbability(share.doubleValue())),
                within(new BigDecimal("1e-9")));
        }
    }

    /** 2/3 of 21 are 14, and not 14.0000000000000007. */
    @Test
    void aShareOfACountIsExact() {
        assertThat(new Share(BigDecimal.TWO, new BigDecimal(3)).of(21)).isEqualTo(14);
        assertThat(new Share(BigDecimal.ONE, new BigDecimal(3)).of(21)).isEqualTo(7);
        assertThat(new Share(BigDecimal.ONE, new BigDecimal(3)).of(20)).isEqualTo(7);
        assertThat(Share.of(BigDecimal.ONE).of(20)).isEqualTo(20);
        assertThat(Share.of(new BigDecimal("0.000001")).of(20)).isEqualTo(1);
    }

}
