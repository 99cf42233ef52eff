package org.stockwright.fulfilment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;

/**
 * A handling unit: a box with goods, or a pallet with boxes.
 *
 * @param id its identity
 * @param code its SSCC, or a number of our own when there is no GS1 company prefix
 * @param holder the code of the unit that it stands in or on, or empty
 * @param rule the code of its packing rule, or empty
 * @param level 2 when it holds goods, 3 when it holds units
 * @param order the order that it was packed for
 * @param location the code of the place where it was packed
 * @param state where it stands
 * @param shipment the shipment with which it left, if it did
 * @param weight kilograms of goods, packing and what it holds; empty when the weight of something in it is not known
 * @param volume litres: its own when its rule says it, else what is in it; empty when that is not known
 * @param user who packed it
 * @param packed when
 * @param content what is in it itself
 */
public record PackedUnit(long id, String code, String holder, String rule, int level, DocumentId order,
    String location, State state, Optional<DocumentId> shipment, Optional<BigDecimal> weight,
    Optional<BigDecimal> volume, String user, Instant packed, List<Content> content) {

    /** Takes a copy. */
    public PackedUnit {
        content = List.copyOf(content);
    }

    /** Where a unit stands. */
    public enum State {
        /** It is there. */
        PACKED,
        /** It left. */
        SHIPPED,
        /** What was in it lies loose. */
        UNPACKED
    }

    /**
     * What is in it.
     *
     * @param line the order's line; empty for packing material
     * @param itemId the item
     * @param item its code
     * @param lot the lot's or serial number's code, or empty
     * @param quantity in the item's base unit
     */
    public record Content(Optional<LineId> line, ItemId itemId, String item, String lot, BigDecimal quantity) {
    }

}
