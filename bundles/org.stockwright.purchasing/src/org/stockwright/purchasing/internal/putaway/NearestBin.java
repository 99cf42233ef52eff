package org.stockwright.purchasing.internal.putaway;

import java.util.Comparator;
import java.util.List;

import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.spi.PutAwayStrategy;

/** Same lot, same item, nearest empty bin, other bins; each by pick sequence. Without consolidation: the empty bins first. */
final class NearestBin implements PutAwayStrategy {

    @Override
    public List<Bin> order(Goods goods, List<Bin> bins, boolean consolidate) {
        return bins.stream().sorted(Comparator.comparingInt((Bin bin) -> rank(bin, consolidate))
            .thenComparingInt(Bin::position).thenComparing(Bin::code)).toList();
    }

    private static int rank(Bin bin, boolean consolidate) {
        if (bin.isEmpty()) {
            return 2;
        }
        if (!consolidate) {
            return 3;
        }
        return bin.hasLot() ? 0 : bin.hasItem() ? 1 : 3;
    }

}
