package org.stockwright.fulfilment.spi;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Unit;

/**
 * Chooses the stock that is held for a line of an order. Register it as an OSGi service; of two with the same id the one
 * with the higher ranking counts. It is called inside of a transaction: it only computes. What it chooses beyond what is
 * wanted or free is cut off.
 */
@ConsumerType
public interface AllocationStrategy {

    /** Its stable id: lower case letters, digits and hyphens. */
    String id();

    /** What people call it. */
    String title();

    /**
     * What is wanted.
     *
     * @param item the item
     * @param unit its base unit
     * @param quantity how much; positive
     */
    record Need(ItemId item, Unit unit, BigDecimal quantity) {
    }

    /**
     * Stock that may be held.
     *
     * @param balance the number of its balance
     * @param location where it lies
     * @param locationCode the code of the place
     * @param pickSequence the order of visiting bins, if set
     * @param lot the lot's or serial number's code, or empty
     * @param expires the day on which it expires, if it does
     * @param received when it came: a lot when it came first, other stock when the oldest of it came to this place;
     *            {@link Instant#EPOCH} when it is the only stock and has no lot, for then nobody asks
     * @param free how much of it nobody holds; positive
     */
    record Candidate(long balance, LocationId location, String locationCode, Optional<Integer> pickSequence,
        String lot, Optional<LocalDate> expires, Instant received, BigDecimal free) {
    }

    /**
     * A part of what was chosen.
     *
     * @param from the stock
     * @param quantity how much of it
     * @param why why it was chosen, as a person reads it
     */
    record Pick(Candidate from, BigDecimal quantity, String why) {
    }

    /** The stock that is taken, in the order in which it was chosen; empty when none fits. */
    List<Pick> choose(Need need, List<Candidate> candidates);

}
