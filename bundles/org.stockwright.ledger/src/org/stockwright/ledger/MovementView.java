package org.stockwright.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;

/**
 * A row of the ledger.
 *
 * @param seq its place in the order of recording
 * @param line its line in the posting, from 1
 * @param key the posting's key
 * @param number the posting's document number, or empty
 * @param effective when it happened
 * @param recorded when it was recorded
 * @param kind why it moved
 * @param itemId what moved
 * @param item the item's code
 * @param itemName the item's name
 * @param quantity how much, in the base unit; positive
 * @param entered how much, as it was entered
 * @param from the code of the place it left
 * @param to the code of the place it came to
 * @param lot the lot's or serial number's code, or empty
 * @param owner the owner's code
 * @param fromStatus the quality status that it left
 * @param toStatus the quality status that it came to
 * @param unitCost cost per base unit, if it carries one and the user may see costs
 * @param reason why, or empty
 * @param reference the paper that it stands for, or empty
 * @param user who posted it
 * @param reverses the movement that it reverses, if it is a reversal
 */
public record MovementView(long seq, int line, String key, String number, Instant effective, Instant recorded,
    MovementKind kind, ItemId itemId, String item, String itemName, Quantity quantity, EnteredQuantity entered,
    String from, String to, String lot, String owner, String fromStatus, String toStatus,
    Optional<BigDecimal> unitCost, String reason, String reference, String user, Optional<Long> reverses) {

    /** The same without its cost, as it is shown to those who may not see costs. */
    public MovementView withoutCost() {
        return new MovementView(seq, line, key, number, effective, recorded, kind, itemId, item, itemName, quantity,
            entered, from, to, lot, owner, fromStatus, toStatus, Optional.empty(), reason, reference, user, reverses);
    }

    /**
     * A quantity as somebody entered it; the unit may have been a pack that is gone.
     *
     * @param amount the number
     * @param unit the unit's code
     */
    public record EnteredQuantity(BigDecimal amount, String unit) {
    }

}
