package org.stockwright.valuation.internal.engine;

import java.util.Locale;

/** Why value moved. */
public enum LineKind {

    /** With goods. */
    COST,
    /** A receipt cost more or less than the standard. */
    PRICE_VARIANCE,
    /** Negative stock was settled by a receipt of another cost. */
    SETTLEMENT,
    /** Goods went back at another cost than they lay at, or a rounding remainder. */
    COST_VARIANCE,
    /** Cost that came after the goods. */
    LATE_COST,
    /** A new standard cost or method. */
    REVALUATION,
    /** Lower of cost and net realisable value. */
    WRITE_DOWN,
    /** The item came into another category. */
    RECLASSIFICATION,
    /** What lay in a place of transit became ours, or somebody else's, since other terms hold there. */
    OWNERSHIP,
    /** Work or overhead was charged to a production order. */
    ORDER_COST;

    /** The word that people read, for example {@code late-cost}. */
    public String word() {
        return word(name());
    }

    /** The word for the stored name of a kind, also of those that no event makes. */
    public static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

}
