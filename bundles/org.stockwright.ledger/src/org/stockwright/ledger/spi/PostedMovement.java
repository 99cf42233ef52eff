package org.stockwright.ledger.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.BalanceId;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.LotId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.PostingId;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.MovementKind;

/**
 * A row that has just been appended to the ledger.
 *
 * @param seq its place in the order of recording
 * @param posting the posting that it is a line of
 * @param line its line in the posting, from 1
 * @param kind why it moved
 * @param item what moved
 * @param quantity how much, in the item's base unit; positive
 * @param from the balance that it left
 * @param to the balance that it came to
 * @param lot the lot or serial number; its value is 0 for none
 * @param owner whose stock it is
 * @param unitCost cost per base unit in the company's currency, if it carries one
 * @param effective when it happened
 * @param reference the paper that the posting stands for, or empty
 * @param reverses the movement that it reverses, if it is a reversal
 */
public record PostedMovement(long seq, PostingId posting, int line, MovementKind kind, ItemId item, BigDecimal quantity,
    Side from, Side to, LotId lot, PartnerId owner, Optional<BigDecimal> unitCost, Instant effective, String reference,
    Optional<Long> reverses) {

    /**
     * One end of a movement.
     *
     * @param balance the balance
     * @param location its place
     * @param kind what the place is
     */
    public record Side(BalanceId balance, LocationId location, LocationKind kind) {
    }

}
