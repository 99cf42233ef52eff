package org.stockwright.ledger;

import java.util.List;

import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;

/**
 * What a posting would do.
 *
 * @param effects the balances that it would change
 * @param warnings what would be allowed but deserves a look
 */
public record PostingPreview(List<Effect> effects, List<Refusal> warnings) {

    /**
     * A balance before and after.
     *
     * @param item the item's code
     * @param location the location's code
     * @param lot the lot's code, or empty
     * @param status the quality status
     * @param before on hand now
     * @param after on hand then
     */
    public record Effect(String item, String location, String lot, String status, Quantity before, Quantity after) {
    }

}
