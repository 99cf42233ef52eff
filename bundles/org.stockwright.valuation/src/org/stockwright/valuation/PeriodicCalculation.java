package org.stockwright.valuation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Cost of sales of a period under the periodic inventory system, with the reconciliation of counts.
 *
 * @param lastDay the period's last day, in the company's time zone
 * @param begins when it begins; empty when it is the first one of the book
 * @param ends when the next one begins
 * @param closed whether the figures are sealed by a closing; otherwise they are what closing now would give
 * @param rows the items that have stock, value or movements in it, by code
 */
public record PeriodicCalculation(LocalDate lastDay, Optional<Instant> begins, Instant ends, boolean closed,
    List<PeriodicRow> rows) {

    /** Takes a copy of the rows. */
    public PeriodicCalculation {
        rows = List.copyOf(rows);
    }

    /** All items together. */
    public PeriodicAmounts total() {
        return rows.stream().map(PeriodicRow::amounts).reduce(PeriodicAmounts.ZERO, PeriodicAmounts::plus);
    }

}
