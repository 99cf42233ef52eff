package org.stockwright.valuation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.security.Requires;

/**
 * What stock is worth, and why. Only our own stock has a value: not that of other owners. Thread-safe; never called on the
 * user interface's thread.
 *
 * @throws org.stockwright.security.AccessDenied also from whoever may not see costs
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface Valuation {

    /**
     * The value of stock at an instant, as known at an instant: one row per item, or per item and site, that has stock or
     * value, by code. By site there are also rows of what is on its way and not ours; see {@link ValueRow#whose}.
     */
    List<ValueRow> value(ValueQuery query, Progress progress);

    /**
     * The layers of an item's stock, oldest first in each pool; goods that left although they were not there come last,
     * with a negative quantity.
     *
     * @param asOf as they were then, inclusive; empty for now
     * @param knownAt as they were known then, inclusive; empty for now
     * @param method as if cost had always flowed so; empty for how it did
     */
    List<CostLayer> layers(ItemId item, Optional<Instant> asOf, Optional<Instant> knownAt,
        Optional<CostMethod> method);

    /** Why a movement cost what it did; empty when there is no such movement, or none that moved value. */
    Optional<CostReasons> why(long seq);

    /**
     * What posting would change in values now: its own lines and those of other documents. Nothing is stored.
     */
    Outcome<ValuePreview> preview(PostingRequest request);

    /**
     * What posting several documents in their order would change in values now, each as if those before it were posted; what
     * was posted before changes nothing. Nothing is stored. They are posted in one transaction that is undone, so that
     * whoever posts the same items waits meanwhile. Refusals carry the index (from 1) as their line.
     */
    Outcome<ValuePreview> previewAll(List<PostingRequest> requests, Progress progress);

    /**
     * Values what has no value yet, for example because this module was installed later; and applies changes of policies
     * and standard costs that are due.
     *
     * @return how many items were valued
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> catchUp(Progress progress);

    /** Checks that values are what the movements say: one result per check, as {@code verify} shows them. */
    List<TieOutRow> tieOut(Optional<Instant> asOf, Progress progress);

}
