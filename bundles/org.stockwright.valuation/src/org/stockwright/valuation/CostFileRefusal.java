package org.stockwright.valuation;

import org.stockwright.base.RefusalCode;

/** Why a row of a file of accounts, posting rules, costs or rates cannot be read, before valuation checks it. */
public enum CostFileRefusal implements RefusalCode {

    /** Two rows say the same thing: the line of the first one. */
    SAID_TWICE("Line {0} says it already"),
    /** An amount is missing. */
    AMOUNT_MISSING("The row has no amount"),
    /** A total and its parts, which may contradict each other. */
    COST_AND_PARTS("The row has a cost and parts of it"),
    /** A cost is below zero. */
    NEGATIVE_COST("The cost {0} is below zero"),
    /** A rate that is zero or below. */
    RATE_NOT_POSITIVE("The rate {0} is not above zero"),
    /** Not a code of ISO 4217. */
    UNKNOWN_CURRENCY("''{0}'' is no currency"),
    /** The company's own currency has no rate. */
    OWN_CURRENCY("{0} is the company''s own currency"),
    /** Not the number of a line. */
    NOT_A_LINE("''{0}'' is no line of a document"),
    /** Rows with the same key are one late cost, whose amounts stand in its first row: the key, the line of that row. */
    AMOUNTS_TWICE("The amounts of {0} stand in line {1} already"),
    /** Rows with the same key are one late cost: the key, the column, the line of its first row. */
    DIFFERS("{0} has another {1} in line {2}"),
    /** Another row of the same late cost is refused: its line. */
    PART_REFUSED("It belongs to line {0}, which is refused");

    private final String sentence;

    CostFileRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
