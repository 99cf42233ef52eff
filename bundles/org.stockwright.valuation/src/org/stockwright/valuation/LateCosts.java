package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Cost that comes after the goods, and value that goes before them: events of their own, never changes of what was posted.
 * Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface LateCosts {

    /** By what costs are split over receipts. */
    enum Basis {
        /** By what the goods cost. */
        VALUE,
        /** By quantity in base units. */
        QUANTITY,
        /** By weight: of items that are counted in a unit of mass, or as the targets say. */
        WEIGHT,
        /** By volume: of items that are counted in a unit of volume, or as the targets say. */
        VOLUME
    }

    /**
     * A receipt that the cost is for.
     *
     * @param document the key or number of a posting: all of its lines that brought goods in
     * @param line only this line of it, from 1; empty for all
     * @param share how much it weighs in the basis; empty to compute it
     */
    record Target(String document, Optional<Integer> line, Optional<BigDecimal> share) {
    }

    /**
     * Cost that came late.
     *
     * @param key made by the sender, at most 128 characters: sending the same again is harmless
     * @param effective when it counts; not before the receipts
     * @param targets at least one
     * @param amount what for; negative for a reduction
     * @param basis by what it is split
     * @param reference the paper, or empty
     * @param reason why, or empty
     */
    record Request(String key, Instant effective, List<Target> targets, Cost amount, Basis basis, String reference,
        String reason) {

        /** Takes a copy of the list. */
        public Request {
            targets = List.copyOf(targets);
        }

    }

    /**
     * What became of it.
     *
     * @param key the key
     * @param repeated whether it was known already
     * @param shares what each receipt got
     */
    record Receipt(String key, boolean repeated, List<Share> shares) {
    }

    /**
     * What became of the share of one receipt.
     *
     * @param movement its {@code seq}
     * @param item the item's code
     * @param amount the share
     * @param toStock what of it is in stock
     * @param toCostOfSales what of it is in goods that were sold
     * @param toOther what of it is elsewhere
     */
    record Share(long movement, String item, BigDecimal amount, BigDecimal toStock, BigDecimal toCostOfSales,
        BigDecimal toOther) {
    }

    /** Posts it, all or nothing. */
    @Requires(ValuationPermission.COSTS)
    Outcome<Receipt> post(Request request);

    /** What posting would do now; nothing is stored. */
    @Requires(ValuationPermission.COSTS)
    Outcome<Receipt> preview(Request request);

    /** Posts several in their order, all or none. Refusals carry the index (from 1) as their line. */
    @Requires(ValuationPermission.COSTS)
    Outcome<List<Receipt>> postAll(List<Request> requests, Progress progress);

    /** What {@link #postAll} would do now; nothing is stored. */
    @Requires(ValuationPermission.COSTS)
    Outcome<List<Receipt>> rehearse(List<Request> requests, Progress progress);

    /**
     * An item whose stock costs more than it will yield.
     *
     * @param itemId the item
     * @param item its code
     * @param name its name
     * @param value what its stock is worth in the books
     * @param realisable what it will yield: quantity by list price, less the cost of selling
     * @param writeDown by how much it is to be lowered; negative when an earlier write-down is to be reversed
     */
    record Proposal(ItemId itemId, String item, String name, BigDecimal value, BigDecimal realisable,
        BigDecimal writeDown) {
    }

    /**
     * Lower of cost and net realisable value: max(0, cost - NRV), item by item. Items without a list price are left out.
     *
     * @param sellingCost the cost of selling as a share of the price, for example 0.05
     * @param reversals whether earlier write-downs are reversed as far as prices rose, as IFRS asks and US GAAP forbids
     */
    List<Proposal> proposals(Instant asOf, BigDecimal sellingCost, boolean reversals);

    /** What became of a proposed write-down. */
    enum State {
        /** Nobody decided yet. */
        PROPOSED,
        /** It is posted. */
        APPROVED,
        /** It is not posted and never will be. */
        REJECTED;

        /** The word of files, for example {@code proposed}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A write-down that somebody proposed.
     *
     * @param key made by whoever proposed it
     * @param itemId the item
     * @param item its code
     * @param amount how much less its stock is worth; negative to reverse
     * @param effective when it counts
     * @param reason why
     * @param basis how the amount came about, or empty
     * @param value what the stock was worth when it was proposed
     * @param proposed when it was proposed
     * @param proposedBy by whom
     * @param state what became of it
     * @param decisionReason why it was decided so, or empty
     * @param decided when that was
     * @param decidedBy by whom; empty while nobody decided
     */
    record WriteDown(String key, ItemId itemId, String item, BigDecimal amount, Instant effective, String reason,
        String basis, BigDecimal value, Instant proposed, String proposedBy, State state, String decisionReason,
        Optional<Instant> decided, String decidedBy) {
    }

    /** All write-downs that were ever proposed, in their order. */
    List<WriteDown> writeDowns();

    /**
     * Proposes to lower the value of an item's stock, or to raise it again by no more than was taken from goods that are still
     * there. Refused when it could not be posted now. The same key with the same content is harmless.
     *
     * @param key made by the sender
     * @param amount how much less it is worth; negative to reverse
     * @param reason why, for the auditors; not empty
     * @param basis how the amount came about, at most 400 characters, or empty
     */
    @Requires(ValuationPermission.COSTS)
    Outcome<WriteDown> propose(String key, ItemId item, BigDecimal amount, Instant effective, String reason,
        String basis);

    /**
     * Approves a proposal, and posts it with its date. It is calculated anew: refused when the stock is worth less than the
     * amount now, when less was taken than is to be given back, and when the period was closed meanwhile. In a book with
     * users whoever proposed it cannot approve it. Approving again is harmless.
     *
     * @param reason a remark, or empty
     */
    @Requires(ValuationPermission.APPROVE)
    Outcome<WriteDown> approve(String key, String reason);

    /**
     * Rejects a proposal for good; as for approving, not by whoever proposed it in a book with users.
     *
     * @param reason why, for whoever proposed it; not empty
     */
    @Requires(ValuationPermission.APPROVE)
    Outcome<WriteDown> reject(String key, String reason);

    /**
     * Proposes and approves in one step, in a book without users; in a book with users it is refused, since a second person
     * has to approve.
     *
     * @param key made by the sender
     * @param amount how much less it is worth; negative to reverse
     * @param reason why, for the auditors; not empty
     */
    @Requires(ValuationPermission.COSTS)
    Outcome<BigDecimal> writeDown(String key, ItemId item, BigDecimal amount, Instant effective, String reason);

}
