package org.stockwright.ledger.internal.places;

import java.time.ZoneId;
import java.util.Map;

/**
 * What postings need to know of the company apart from items: small, changed seldom, held in memory.
 *
 * @param version counts the changes of places and policies in this database
 * @param tree the places
 * @param policies which stock may go negative
 * @param statuses the quality statuses, and whether stock in them may be used
 * @param zone the company's time zone
 */
public record Premises(long version, LocationTree tree, NegativePolicies policies, Map<String, Boolean> statuses,
    ZoneId zone) {

    /** Takes a copy. */
    public Premises {
        statuses = Map.copyOf(statuses);
    }

}
