package org.stockwright.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;

/**
 * One line of a posting.
 *
 * @param kind why it moves
 * @param item what moves
 * @param quantity how much, in any unit that fits the item; positive. An {@link MovementKind#ADJUST} may be negative: it
 *            then goes from the place to the count difference
 * @param from where from; empty for the place that the kind implies
 * @param to where to; empty for the place that the kind implies
 * @param lot the lot's or serial number's code; empty for none
 * @param expires when a new lot expires; empty to derive it from the shelf life
 * @param owner whose stock it is
 * @param status the quality status in which it lies (and arrives, unless {@link #toStatus} says otherwise)
 * @param toStatus the quality status in which it arrives; empty for the same
 * @param fromHandlingUnit the handling unit that it leaves; empty for loose
 * @param toHandlingUnit the handling unit that it arrives in; empty for loose
 * @param unitCost cost per base unit in the company's currency, where the kind brings one
 * @param reason why, in words or by a reason code
 */
public record MovementLine(MovementKind kind, ItemId item, Quantity quantity, Optional<LocationId> from,
    Optional<LocationId> to, String lot, Optional<LocalDate> expires, PartnerId owner, String status, String toStatus,
    String fromHandlingUnit, String toHandlingUnit, Optional<BigDecimal> unitCost, String reason) {

    /** The quality status of stock that may be used. */
    public static final String AVAILABLE = "AVAILABLE";

    /** Our own, available, loose stock without a lot. */
    public static MovementLine of(MovementKind kind, ItemId item, Quantity quantity, Optional<LocationId> from,
        Optional<LocationId> to) {
        return new MovementLine(kind, item, quantity, from, to, "", Optional.empty(), PartnerId.SELF, AVAILABLE, "",
            "", "", Optional.empty(), "");
    }

    /** The same line of a lot or serial number. */
    public MovementLine withLot(String code) {
        return new MovementLine(kind, item, quantity, from, to, code, expires, owner, status, toStatus,
            fromHandlingUnit, toHandlingUnit, unitCost, reason);
    }

    /** The same line, whose lot expires on this day when it is new. */
    public MovementLine withExpires(LocalDate day) {
        return new MovementLine(kind, item, quantity, from, to, lot, Optional.of(day), owner, status, toStatus,
            fromHandlingUnit, toHandlingUnit, unitCost, reason);
    }

    /** The same line with a cost per base unit. */
    public MovementLine withUnitCost(BigDecimal cost) {
        return new MovementLine(kind, item, quantity, from, to, lot, expires, owner, status, toStatus,
            fromHandlingUnit, toHandlingUnit, Optional.of(cost), reason);
    }

    /** The same line of somebody's stock. */
    public MovementLine ownedBy(PartnerId partner) {
        return new MovementLine(kind, item, quantity, from, to, lot, expires, partner, status, toStatus,
            fromHandlingUnit, toHandlingUnit, unitCost, reason);
    }

    /** The same line of a new lot that expires on a day. */
    public MovementLine expiring(Optional<LocalDate> day) {
        return new MovementLine(kind, item, quantity, from, to, lot, day, owner, status, toStatus, fromHandlingUnit,
            toHandlingUnit, unitCost, reason);
    }

    /** The same line out of one handling unit into another; empty for loose. */
    public MovementLine packed(String leaves, String arrives) {
        return new MovementLine(kind, item, quantity, from, to, lot, expires, owner, status, toStatus, leaves, arrives,
            unitCost, reason);
    }

    /** The same line with a reason. */
    public MovementLine withReason(String text) {
        return new MovementLine(kind, item, quantity, from, to, lot, expires, owner, status, toStatus,
            fromHandlingUnit, toHandlingUnit, unitCost, text);
    }

    /** The same line, in one status and arriving in another. */
    public MovementLine withStatus(String now, String then) {
        return new MovementLine(kind, item, quantity, from, to, lot, expires, owner, now, then, fromHandlingUnit,
            toHandlingUnit, unitCost, reason);
    }

}
