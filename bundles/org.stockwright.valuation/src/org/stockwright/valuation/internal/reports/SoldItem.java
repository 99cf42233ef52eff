package org.stockwright.valuation.internal.reports;

import java.math.BigDecimal;

import org.stockwright.base.Quantity;
import org.stockwright.valuation.JournalLine;

/** What was sold of an item, and what that cost. */
final class SoldItem {

    private Quantity quantity;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal lateEntries = BigDecimal.ZERO;
    private BigDecimal lateCosts = BigDecimal.ZERO;
    private BigDecimal settlement = BigDecimal.ZERO;
    private BigDecimal other = BigDecimal.ZERO;

    /** Nothing yet. */
    SoldItem(Quantity none) {
        this.quantity = none;
    }

    /** More goods; negative when they came back. */
    void add(Quantity more) {
        quantity = quantity.plus(more);
    }

    /**
     * More cost, by what it is: cost that came late and the settlement of negative stock are told by their kind, other
     * corrections by their mark.
     *
     * @param amount positive when it is debited to cost of sales
     */
    void add(JournalLine line, BigDecimal amount) {
        switch (line.kind()) {
            case "late-cost" -> lateCosts = lateCosts.add(amount);
            case "settlement" -> settlement = settlement.add(amount);
            case "cost" -> {
                if (line.repriced()) {
                    lateEntries = lateEntries.add(amount);
                } else {
                    cost = cost.add(amount);
                }
            }
            default -> other = other.add(amount);
        }
    }

    /** How much went to customers, less what came back. */
    Quantity quantity() {
        return quantity;
    }

    /** Cost, late entries, late costs, settlement, other corrections, and all together. */
    BigDecimal[] figures() {
        return new BigDecimal[] { cost, lateEntries, lateCosts, settlement, other,
            cost.add(lateEntries).add(lateCosts).add(settlement).add(other) };
    }

    /** Whether there is nothing to show. */
    boolean isNothing() {
        boolean free = true;
        for (BigDecimal figure : figures()) {
            free &= figure.signum() == 0;
        }
        return free && quantity.signum() == 0;
    }

}
