package org.stockwright.purchasing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.LineId;
import org.stockwright.security.Requires;

/**
 * Inspection of what was received: which goods are inspected, what waits for it, and what becomes of it. Goods that wait are
 * not available. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ReceivingPermission.VIEW)
public interface Inspections {

    /** The kind of inspections. */
    String KIND = "inspection";

    /** How much is inspected. */
    enum Extent {
        /** Everything that comes. */
        ALL,
        /** The first receipt, and then every n-th one of the item from the supplier. */
        EVERY_NTH,
        /** Nothing. */
        NONE
    }

    /**
     * Which goods are inspected. Among plans that fit, one of the item comes before one of a category, the longer category
     * before the shorter, and one that names the supplier before one that does not.
     *
     * @param item of which item; empty for all
     * @param category of which category and its parts, as a path; empty for all. Not together with an item
     * @param supplier from which supplier; empty for all
     * @param extent how much is inspected
     * @param every n of {@link Extent#EVERY_NTH}, 1 or more; 1 otherwise
     */
    record Plan(Optional<ItemId> item, String category, Optional<PartnerId> supplier, Extent extent, int every) {
    }

    /** All quality plans. */
    List<Plan> plans();

    /** Stores plans in the place of all before; refusals carry the index (from 1) as their line. */
    @Requires(ReceivingPermission.RULES)
    Outcome<Integer> setPlans(List<Plan> plans);

    /**
     * Goods that wait for inspection.
     *
     * @param line the receipt's line
     * @param receipt the receipt's number
     * @param lineNumber the line's number
     * @param supplier who sent them, or empty
     * @param item the item's code
     * @param lot the lot or serial number, or empty
     * @param place where they lie
     * @param status the quality status in which they wait
     * @param pending how much waits
     * @param since when they arrived
     */
    record Pending(LineId line, String receipt, int lineNumber, String supplier, String item, String lot, String place,
        String status, Quantity pending, Instant since) {
    }

    /** What waits for inspection, the oldest first. */
    List<Pending> pending(int limit);

    /**
     * What becomes of goods of one receipt's line.
     *
     * @param line the receipt's line
     * @param accepted how much is accepted, in the base unit, 0 or more
     * @param rejected how much is rejected, 0 or more
     * @param reason why it is rejected, or what was found
     */
    record Decision(LineId line, BigDecimal accepted, BigDecimal rejected, String reason) {
    }

    /**
     * Decides about goods.
     *
     * @param key made by the sender
     * @param effective when it was inspected
     * @param decisions at least one; what they leave out goes on waiting
     */
    record Request(String key, Instant effective, List<Decision> decisions) {

        /** Takes a copy. */
        public Request {
            decisions = List.copyOf(decisions);
        }

    }

    /** Stores decisions: accepted goods are available from then on, rejected ones are not. */
    @Requires(ReceivingPermission.INSPECT)
    Outcome<Document> decide(Request request);

    /** What {@link #decide} would answer now; nothing is stored. */
    @Requires(ReceivingPermission.INSPECT)
    Outcome<Document> attempt(Request request);

    /** Reverses an inspection: the goods wait again. */
    @Requires(ReceivingPermission.REVERSE)
    Outcome<Document> reverse(Receipts.Reversal reversal);

    /**
     * How much of what a supplier sent was rejected, at the dock or at inspection.
     *
     * @param supplier who
     * @param code his code
     * @param received how much came, summed over items in their base units
     * @param rejected how much of it was rejected
     * @param ppm rejected parts per million: rejected / received × 1,000,000, rounded half-up to a whole number
     */
    record Rejects(PartnerId supplier, String code, BigDecimal received, BigDecimal rejected, BigDecimal ppm) {
    }

    /** The rejects of each supplier who sent something in these days, both included, by code. */
    List<Rejects> rejects(LocalDate from, LocalDate to);

}
