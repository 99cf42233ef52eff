package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * The inventory system that the books follow, and the closings of the periodic one: cost of sales = opening + net
 * purchases − closing. Quantities and the values of the sub-ledger are the same under both. Thread-safe; never called on
 * the user interface's thread.
 *
 * @throws org.stockwright.security.AccessDenied also from whoever may not see costs
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface PeriodicInventory {

    /**
     * A choice of the inventory system.
     *
     * @param system what was chosen
     * @param from from when; empty for always
     * @param recorded when it was recorded; empty for what holds without any choice
     * @param user by whom
     */
    record Choice(InventorySystem system, Optional<Instant> from, Optional<Instant> recorded, String user) {
    }

    /** All choices, in the order in which they were recorded; the first is the perpetual system, from always. */
    List<Choice> choices();

    /** The system that is in force at an instant. */
    InventorySystem systemAt(Instant instant);

    /**
     * Chooses the system from the beginning of a day on; the same choice again changes nothing. Refused in closed periods,
     * before a later choice, where rows of the journal were exported, and, to leave the periodic system, unless its last
     * period was closed. Leaving it books the difference between the values of the sub-ledger and the last closing.
     *
     * @param firstDay the first day of a period; empty for always
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Choice> set(InventorySystem system, Optional<LocalDate> firstDay);

    /** What {@link #set} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Choice> rehearseSet(InventorySystem system, Optional<LocalDate> firstDay);

    /**
     * What was counted of some goods.
     *
     * @param item the item
     * @param lot the lot or serial number; empty for items without
     * @param location where; empty for all places together
     * @param quantity how much, in the base unit; not negative
     */
    record Count(ItemId item, String lot, Optional<LocationId> location, BigDecimal quantity) {
    }

    /** What was counted for the end of a period, by item, lot and place. */
    List<Count> counts(LocalDate lastDay);

    /**
     * Stores what was counted for the end of a period; a count of the same goods is replaced, and so is a count of all
     * places by one of a place and the other way round. All or none. Refusals carry the index (from 1) as their line.
     *
     * @return how many were stored; the others were known
     */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Integer> saveCounts(LocalDate lastDay, List<Count> counts);

    /** What {@link #saveCounts} would do now; nothing is stored. */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Integer> rehearseCounts(LocalDate lastDay, List<Count> counts);

    /**
     * What a period's closing is made of: what was sealed for a closed one, otherwise what it would be now. Refused when
     * the periodic system is not in force at its end.
     */
    Outcome<PeriodicCalculation> calculate(LocalDate lastDay, Progress progress);

    /**
     * Posts the differences between count and ledger as count differences at the end of the period, so that both agree.
     * Whoever does it needs the permission to post besides. Posting nothing is done when they agree already.
     *
     * @return how many lines were posted
     */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Integer> postDifferences(LocalDate lastDay);

    /** What {@link #postDifferences} would do now; nothing is stored. */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Integer> rehearseDifferences(LocalDate lastDay);

    /**
     * A decision about a period.
     *
     * @param lastDay its last day
     * @param what {@code closed} or {@code reopened}
     * @param reason why, or empty
     * @param items how many items its calculation has
     * @param closing what stock was worth at its end
     * @param costOfSales what was booked to cost of sales
     * @param hash SHA-256 over the figures of every item, 64 small hexadecimal digits; empty unless it was closed
     * @param at when it was decided
     * @param user by whom
     */
    record Decision(LocalDate lastDay, String what, String reason, long items, BigDecimal closing,
        BigDecimal costOfSales, String hash, Instant at, String user) {
    }

    /** All decisions, newest first. */
    List<Decision> decisions();

    /**
     * Closes a period: seals the calculation and books it, stock from opening to closing, purchases to zero, the
     * difference to cost of sales. From then on nothing can be dated before its end. Refused when it is not over, closed
     * already, or an earlier one is open.
     */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Decision> close(LocalDate lastDay, String reason, Progress progress);

    /** What {@link #close} would do now; nothing is stored. */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Decision> rehearse(LocalDate lastDay, Progress progress);

    /** Opens the last closed period again and takes its rows back by opposite ones; the decision is kept. */
    @Requires(ValuationPermission.REOPEN)
    Outcome<Decision> reopen(LocalDate lastDay, String reason);

}
