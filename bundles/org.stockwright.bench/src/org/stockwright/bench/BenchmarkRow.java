package org.stockwright.bench;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one side did in one workload.
 *
 * @param workload its id
 * @param n operations per round
 * @param seconds the median round's time by the clock
 * @param perSecond operations per second in the median round
 * @param side whose statements they were
 * @param ratio the product's rate divided by the raw rate; in the product's rows
 * @param cpuSeconds the median of the rounds' processor time of the measured thread
 */
public record BenchmarkRow(String workload, int n, BigDecimal seconds, BigDecimal perSecond, Side side,
    Optional<BigDecimal> ratio, BigDecimal cpuSeconds) {

    /** Whose statements. */
    public enum Side {
        /** The product's services. */
        STOCKWRIGHT,
        /** Plain JDBC. */
        RAW;

        /** The word of the command line's rows. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

}
