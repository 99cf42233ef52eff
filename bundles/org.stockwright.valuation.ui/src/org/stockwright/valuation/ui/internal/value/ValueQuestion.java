package org.stockwright.valuation.ui.internal.value;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.ValueQuery;

/**
 * What the view of values asks.
 *
 * @param category only items of this category and its parts; empty for all
 * @param asOf as it was then; empty for now
 * @param knownAt as it was known then; empty for now
 * @param bySite whether a row stands for an item at a site
 * @param methods as if cost had always flowed so, beside how it did
 */
public record ValueQuestion(String category, Optional<Instant> asOf, Optional<Instant> knownAt, boolean bySite,
    Set<CostMethod> methods) {

    /** Copies; methods in their order. */
    public ValueQuestion {
        methods = methods.isEmpty() ? EnumSet.noneOf(CostMethod.class) : EnumSet.copyOf(methods);
    }

    /** The query for how cost flowed. */
    public ValueQuery books() {
        return new ValueQuery(Optional.empty(), Optional.of(category.strip()).filter(text -> !text.isEmpty()), asOf,
            knownAt, Optional.empty(), bySite);
    }

}
