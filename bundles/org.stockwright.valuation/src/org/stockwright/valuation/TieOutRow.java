package org.stockwright.valuation;

import java.math.BigDecimal;

/**
 * A figure of stock beside the same figure of the books.
 *
 * @param check what is compared, for example {@code stock-accounts}
 * @param subject the account, or empty for all together
 * @param stock by the stock records
 * @param books by the journal
 * @param detail what differs, with the first items that do; empty when nothing does
 */
public record TieOutRow(String check, String subject, BigDecimal stock, BigDecimal books, String detail) {

    /** How far they are apart. */
    public BigDecimal difference() {
        return stock.subtract(books);
    }

    /** Whether they agree. */
    public boolean agrees() {
        return difference().signum() == 0 && detail.isEmpty();
    }

}
