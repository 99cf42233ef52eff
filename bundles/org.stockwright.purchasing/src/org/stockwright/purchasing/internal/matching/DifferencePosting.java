package org.stockwright.purchasing.internal.matching;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.stockwright.base.Outcome;

/** Makes what an invoice is dearer than its order a cost of the goods; there is one when valuation is installed. */
interface DifferencePosting {

    /**
     * A movement that brought goods in.
     *
     * @param posting the key of its posting
     * @param line its line there
     * @param quantity in the base unit
     */
    record Target(String posting, int line, BigDecimal quantity) {
    }

    /**
     * A difference.
     *
     * @param key made of the invoice's number: posting it again is harmless
     * @param effective when it counts, not before the goods came
     * @param targets what it is for
     * @param amount in the company's currency
     * @param reference the supplier's number of the invoice
     * @param reason why
     */
    record Difference(String key, Instant effective, List<Target> targets, BigDecimal amount, String reference,
        String reason) {
    }

    /** Posts all of them or none. */
    Outcome<Integer> post(List<Difference> differences);

}
