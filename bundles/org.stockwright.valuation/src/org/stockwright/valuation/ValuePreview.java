package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.stockwright.base.Refusal;

/**
 * What a posting or a late cost would change in values.
 *
 * @param stockValue how much the value of stock would change
 * @param costOfSales how much the cost of sales would change
 * @param other how much other accounts would change, as debits
 * @param revalued how many later movements and events would be valued anew
 * @param changes the documents whose cost would change, by date; its own not among them
 * @param periods how much each month would change, its own documents included, in their order
 * @param warnings what deserves a look
 */
public record ValuePreview(BigDecimal stockValue, BigDecimal costOfSales, BigDecimal other, int revalued,
    List<Change> changes, List<PeriodChange> periods, List<Refusal> warnings) {

    /** Takes copies of the lists. */
    public ValuePreview {
        changes = List.copyOf(changes);
        periods = List.copyOf(periods);
        warnings = List.copyOf(warnings);
    }

    /**
     * A month in which values would change.
     *
     * @param period the month, for example {@code 2026-01}
     * @param stockValue how much the value of stock would change by what counts in it
     * @param costOfSales how much the cost of sales would change
     * @param other how much other accounts would change, as debits
     */
    public record PeriodChange(String period, BigDecimal stockValue, BigDecimal costOfSales, BigDecimal other) {
    }

    /**
     * An earlier document whose cost would change.
     *
     * @param document its number, or else its key
     * @param effective when it happened
     * @param period the month that it counts in, for example {@code 2026-01}
     * @param item the item's code
     * @param kind why value moved
     * @param account the account that is debited
     * @param difference how much more it would cost
     */
    public record Change(String document, Instant effective, String period, String item, String kind,
        String account, BigDecimal difference) {
    }

}
