package org.stockwright.valuation.internal.engine;

import java.util.Comparator;

/**
 * Goods of one item whose cost is kept together.
 *
 * @param kind what they are in the balance sheet
 * @param place the site, or the place of transit or production; 0 when the whole company is one pool
 * @param lot the lot when each lot is a pool, its group when each group is, else 0
 */
public record PoolKey(PoolKind kind, long place, long lot) implements Comparable<PoolKey> {

    private static final Comparator<PoolKey> ORDER = Comparator.comparing(PoolKey::kind)
        .thenComparingLong(PoolKey::place).thenComparingLong(PoolKey::lot);

    @Override
    public int compareTo(PoolKey other) {
        return ORDER.compare(this, other);
    }

}
