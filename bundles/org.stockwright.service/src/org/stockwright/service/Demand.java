package org.stockwright.service;

import java.math.BigDecimal;
import java.util.List;

/**
 * The demand for a service.
 *
 * @param mean the mean of a day, in units; not negative
 * @param deviation its standard deviation
 * @param days the units of each recorded day, days without any as 0; empty when it was typed
 * @param reviewDays how often stored units are prepared, in days; positive
 * @param leadDays how long preparing a batch takes, in days; not negative
 * @param service which share of customers should find a stored unit, between 0 and 1, for stock that does not perish within a
 *     period; what mismatches cost decides otherwise
 */
public record Demand(BigDecimal mean, BigDecimal deviation, List<BigDecimal> days, BigDecimal reviewDays,
    BigDecimal leadDays, BigDecimal service) {

    /** Takes a copy. */
    public Demand {
        days = List.copyOf(days);
    }

    /** Whether it was recorded; else somebody assumed it. */
    public boolean isRecorded() {
        return !days.isEmpty();
    }

}
