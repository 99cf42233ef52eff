package org.stockwright.valuation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;
import org.stockwright.security.Unguarded;

/** How cost flows, standard costs and exchange rates; all of them from an instant on. Thread-safe. */
@ProviderType
@Requires(ValuationPermission.VIEW)
public interface CostSettings {

    /** What a policy is for. */
    enum Level {
        /** Everything. */
        COMPANY,
        /** A category and its parts. */
        CATEGORY,
        /** One item. */
        ITEM
    }

    /**
     * How cost flows. An item's own policy comes before its category's, the deepest first, and that before the company's.
     *
     * @param level what it is for
     * @param subject the path of the category, or the item's code; empty for the company
     * @param method how
     * @param from from when; empty for always
     */
    record Policy(Level level, String subject, CostMethod method, Optional<Instant> from) {
    }

    /** All policies that were ever set, in that order; the first is the moving average, which holds until another is set. */
    List<Policy> policies();

    /** The policies that somebody set, with who set them when, in that order. */
    List<Recorded<Policy>> policyHistory();

    /** The method of an item at an instant. */
    CostMethod methodOf(ItemId item, Instant at);

    /**
     * Sets a policy; items that it changes are valued anew from its instant on. Refused when an item cannot be valued so,
     * or when the instant is in a closed period.
     *
     * @return how many items were valued anew
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> setPolicy(Policy policy, Progress progress);

    /**
     * What a policy would do.
     *
     * @param items how many items would be valued anew
     * @param before what stock is worth now
     * @param after what it would be worth
     */
    record PolicyEffect(int items, BigDecimal before, BigDecimal after) {
    }

    /** What {@link #setPolicy} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<PolicyEffect> rehearsePolicy(Policy policy, Progress progress);

    /** Which goods share one cost. */
    CostScope scope();

    /** Whether something has a value already, so that {@link #setScope} would refuse another scope. */
    boolean isScopeFixed();

    /** Chooses which goods share one cost; refused once something has a value. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<CostScope> setScope(CostScope scope);

    /**
     * A standard cost per unit.
     *
     * @param item the item
     * @param from from when; empty for always
     * @param cost per base unit
     */
    record Standard(ItemId item, Optional<Instant> from, Cost cost) {
    }

    /** The standard costs of an item, oldest first. */
    List<Standard> standards(ItemId item);

    /** The standard costs of all items with who recorded them when, by item and then oldest first. */
    List<Recorded<Standard>> standardHistory();

    /**
     * Stores standard costs; items that are valued by them are valued anew from their instants on. All or none. Refusals
     * carry the index (from 1) as their line.
     *
     * @return how many were stored; the others were known
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> setStandards(List<Standard> standards, Progress progress);

    /** What {@link #setStandards} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearseStandards(List<Standard> standards, Progress progress);

    /**
     * What one unit of a foreign currency is worth in the company's.
     *
     * @param currency the foreign currency
     * @param from from when
     * @param rate how much of the company's currency; positive
     */
    record Rate(Currency currency, Instant from, BigDecimal rate) {
    }

    /** All exchange rates, by currency and instant. */
    List<Rate> rates();

    /** All exchange rates with who recorded them when, by currency and instant. */
    List<Recorded<Rate>> rateHistory();

    /**
     * Stores exchange rates; one for the same instant is replaced. All or none. Refusals carry the index (from 1) as their
     * line.
     */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> setRates(List<Rate> rates);

    /** What {@link #setRates} would do now; nothing is stored. */
    @Requires(ValuationPermission.POLICIES)
    Outcome<Integer> rehearseRates(List<Rate> rates);

    /** An amount of a foreign currency in the company's, at the rate in force then, to nine decimals. */
    @Unguarded("Whoever enters a price in a foreign currency has it converted; no cost is told.")
    Outcome<BigDecimal> convert(BigDecimal amount, Currency from, Instant at);

}
