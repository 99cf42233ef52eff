package org.stockwright.valuation;

import java.time.Instant;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * Which lots, or serial numbers, share one cost where the scope is {@link CostScope#LOT_GROUP}: those of the same item that
 * are in the same group, for example a harvest or a customer's project. Lots in no group share one cost, too. A lot is put
 * into its group before its first movement: at moving average its cost could not be taken out of a pool again. Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface LotGroups {

    /**
     * A lot and its group.
     *
     * @param item the item
     * @param lot the code of the lot or serial number; it need not be there yet
     * @param group the name of the group, at most 64 characters; empty for none
     */
    record Member(ItemId item, String lot, String group) {
    }

    /**
     * A decision about a lot.
     *
     * @param member what was decided
     * @param item the item's code
     * @param recorded when it was decided
     * @param user by whom
     */
    record Decision(Member member, String item, Instant recorded, String user) {
    }

    /** All decisions, in their order; the last about a lot holds. */
    List<Decision> list();

    /**
     * Puts lots into groups, all or none. Refused when a lot was ever moved, unless it is in that group already; when the
     * item has no lots; and when values are kept by another scope already. Refusals carry the index (from 1) as their line.
     *
     * @return how many were stored; the others were known
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> assign(List<Member> members);

    /** What {@link #assign} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearse(List<Member> members);

}
