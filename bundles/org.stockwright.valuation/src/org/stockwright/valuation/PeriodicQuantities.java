package org.stockwright.valuation;

import java.math.BigDecimal;

/**
 * How much of an item there was in a period, in its base unit: goods of our own in our warehouses and at partners' places.
 * Goods that are on their way or being made are not counted and stand apart.
 *
 * @param opening at the beginning: what the period before closed with
 * @param entered stock with which the book was opened
 * @param purchased received from suppliers
 * @param returned sent back to suppliers
 * @param transferred come from transit and production, less what went there
 * @param sold gone to customers, less what came back
 * @param scrapped thrown away
 * @param closing at the end: what was counted, or what the ledger has where nobody counted
 * @param ledger what the ledger has at the end, with the count differences that were posted
 */
public record PeriodicQuantities(BigDecimal opening, BigDecimal entered, BigDecimal purchased, BigDecimal returned,
    BigDecimal transferred, BigDecimal sold, BigDecimal scrapped, BigDecimal closing, BigDecimal ledger) {

    /** What has to be there at the end when nothing was lost or found. */
    public BigDecimal expected() {
        return opening.add(entered).add(purchased).subtract(returned).add(transferred).subtract(sold)
            .subtract(scrapped);
    }

    /** What was found more than expected; negative when something is missing that was not sold. */
    public BigDecimal difference() {
        return closing.subtract(expected());
    }

    /** What has to be posted so that the ledger has what was counted. */
    public BigDecimal unposted() {
        return closing.subtract(ledger);
    }

}
