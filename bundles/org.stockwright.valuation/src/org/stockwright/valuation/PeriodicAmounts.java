package org.stockwright.valuation;

import java.math.BigDecimal;

/**
 * Cost of sales of a period, as opening and net purchases less closing, in the company's currency.
 *
 * @param opening what stock was worth at the beginning, goods in transit and in production with it
 * @param entered stock with which the book was opened
 * @param purchases what suppliers delivered, at what it was entered at
 * @param returns what was sent back to them; positive
 * @param late freight, duty and price changes that came after the goods
 * @param revalued write-downs (negative) and revaluations, which have accounts of their own
 * @param closing what goods in our warehouses and at partners' places are worth at the end
 * @param elsewhere what goods in transit and in production are worth at the end, by the sub-ledger
 * @param difference the part of {@code closing} that comes from quantities that were found more or less than expected;
 *            negative when goods are missing
 * @param ledger what all stock is worth at the end by the sub-ledger
 */
public record PeriodicAmounts(BigDecimal opening, BigDecimal entered, BigDecimal purchases, BigDecimal returns,
    BigDecimal late, BigDecimal revalued, BigDecimal closing, BigDecimal elsewhere, BigDecimal difference,
    BigDecimal ledger) {

    /** Nothing. */
    public static final PeriodicAmounts ZERO = new PeriodicAmounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
        BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
        BigDecimal.ZERO);

    /** Purchases less returns, with what came late. */
    public BigDecimal netPurchases() {
        return purchases.subtract(returns).add(late);
    }

    /** What could have been sold: opening and net purchases. */
    public BigDecimal available() {
        return opening.add(entered).add(netPurchases()).add(revalued);
    }

    /** What stock is worth at the end, wherever it is. */
    public BigDecimal closingStock() {
        return closing.add(elsewhere);
    }

    /** Opening and net purchases less closing: what was sold, and what is missing. */
    public BigDecimal costOfSales() {
        return available().subtract(closingStock());
    }

    /** The part of the cost of sales that no sale explains: positive when goods are missing. */
    public BigDecimal shrinkage() {
        return difference.negate();
    }

    /** Amount by amount together. */
    public PeriodicAmounts plus(PeriodicAmounts other) {
        return new PeriodicAmounts(opening.add(other.opening), entered.add(other.entered),
            purchases.add(other.purchases), returns.add(other.returns), late.add(other.late),
            revalued.add(other.revalued), closing.add(other.closing), elsewhere.add(other.elsewhere),
            difference.add(other.difference), ledger.add(other.ledger));
    }

}
