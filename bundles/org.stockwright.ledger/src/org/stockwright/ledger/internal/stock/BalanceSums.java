package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.util.Collection;

/**
 * One sum per balance of a fixed set, found by the balance's number without making an object per look: a million
 * movements are added up here. Movements of other balances are passed over. Not thread-safe.
 */
final class BalanceSums {

    private final long[] ids;
    private final BigDecimal[] sums;
    private final int mask;

    /** Room for these balances, whose numbers are positive. */
    BalanceSums(Collection<Long> balances) {
        int size = Integer.highestOneBit(Math.max(8, balances.size() * 2)) * 2;
        this.ids = new long[size];
        this.sums = new BigDecimal[size];
        this.mask = size - 1;
        for (long id : balances) {
            int at = slot(id);
            ids[at] = id;
            sums[at] = BigDecimal.ZERO;
        }
    }

    /** Where the number is, or the free place where it would be. */
    private int slot(long id) {
        int at = Long.hashCode(id * 0x9E3779B97F4A7C15L) & mask;
        while (ids[at] != id && ids[at] != 0) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** The balance's place for {@link #add}; negative when it is none of these. */
    int find(long id) {
        int at = slot(id);
        return ids[at] == id && id != 0 ? at : -1;
    }

    void add(int place, BigDecimal quantity) {
        sums[place] = sums[place].add(quantity);
    }

    void subtract(int place, BigDecimal quantity) {
        sums[place] = sums[place].subtract(quantity);
    }

    BigDecimal get(long id) {
        int at = find(id);
        return at < 0 ? BigDecimal.ZERO : sums[at];
    }

}
