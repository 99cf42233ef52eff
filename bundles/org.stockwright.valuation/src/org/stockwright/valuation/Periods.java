package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Periods of the books. What is before the end of a closed period never changes: nothing can be dated there any more, and
 * late effects are booked later. Thread-safe.
 */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface Periods {

    /** What a period is. */
    enum State {
        /** Everybody who may post may post into it. */
        OPEN,
        /** Only those with a permission of their own may. */
        SOFT,
        /** Nobody may. */
        CLOSED
    }

    /**
     * A period that somebody decided about.
     *
     * @param lastDay its last day, in the company's time zone
     * @param ends the instant at which the next one begins
     * @param state what it is now
     * @param decisions what was decided, newest first
     */
    record Period(LocalDate lastDay, Instant ends, State state, List<Decision> decisions) {
    }

    /**
     * A decision about a period.
     *
     * @param what {@code closed}, {@code soft-closed} or {@code reopened}
     * @param reason why, or empty
     * @param items how many items had stock or value
     * @param quantity the sum of all quantities: no meaning of its own, but a different one tells of a change
     * @param value what stock was worth
     * @param hash SHA-256 over quantity and value of every pool, 64 small hexadecimal digits; empty unless it was closed
     * @param at when it was decided
     * @param user by whom
     */
    record Decision(String what, String reason, long items, BigDecimal quantity, BigDecimal value, String hash,
        Instant at, String user) {
    }

    /** All periods that somebody decided about, newest first. */
    List<Period> list();

    /** The end of the last closed period; {@link Instant#MIN} when there is none. */
    Instant closedUntil();

    /** What has to agree before a period can be closed, and whether it does. */
    List<TieOutRow> checks(LocalDate lastDay, Progress progress);

    /**
     * Closes everything up to the end of a day. Seals quantity and value of every pool. Refused unless everything ties
     * out, and, where the periodic inventory system is in force, before its closing was made.
     *
     * @param state {@link State#SOFT} or {@link State#CLOSED}
     */
    @Requires(ValuationPermission.CLOSE)
    Outcome<Period> close(LocalDate lastDay, State state, String reason, Progress progress);

    /** Opens the last closed period again; the decision is kept. */
    @Requires(ValuationPermission.REOPEN)
    Outcome<Period> reopen(LocalDate lastDay, String reason);

    /** Computes a closed period's figures again and compares them with what was sealed. */
    List<TieOutRow> verify(Progress progress);

}
