package org.stockwright.purchasing.spi;

import java.math.BigDecimal;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.LocationId;
import org.stockwright.purchasing.PutAway.Goods;

/**
 * Decides in which order the bins that may take goods are filled. Register it as an OSGi service; the one with the highest
 * service ranking is used, the product's own when it fails. What a bin can take is checked after it: a strategy cannot
 * overfill.
 */
@ConsumerType
public interface PutAwayStrategy {

    /**
     * A bin that may take the goods.
     *
     * @param place which
     * @param code its code
     * @param position its place in the pick sequence, from 0
     * @param isEmpty whether nothing lies there
     * @param hasItem whether the same item lies there
     * @param hasLot whether the same lot of it lies there
     * @param room how much of the goods still fits, in the base unit
     */
    record Bin(LocationId place, String code, int position, boolean isEmpty, boolean hasItem, boolean hasLot,
        BigDecimal room) {
    }

    /**
     * The bins in the order in which they are filled; those that are left out are not used. Called on a background thread.
     *
     * @param goods what is to be stored
     * @param bins those that may take some of it, by pick sequence
     * @param consolidate whether the rule wants the same item and lot together
     */
    List<Bin> order(Goods goods, List<Bin> bins, boolean consolidate);

}
