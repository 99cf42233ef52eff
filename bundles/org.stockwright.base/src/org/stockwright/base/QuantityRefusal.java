package org.stockwright.base;

/** Why a quantity, a unit conversion or an amount of money was refused. */
public enum QuantityRefusal implements RefusalCode {

    /** The text is no plain decimal number. */
    NOT_A_NUMBER("''{0}'' is no number"),
    /** The text may be read in two ways, such as 1,234. */
    AMBIGUOUS_NUMBER("''{0}'' can be read in two ways"),
    /** More digits than the ledger keeps. */
    TOO_LARGE("{0} has more than {1} digits before the decimal point"),
    /** More decimals than the unit has. */
    TOO_MANY_DECIMALS("{0} has more decimals than {1} allows ({2})"),
    /** No multiple of the unit's step. */
    NOT_A_MULTIPLE_OF_STEP("{0} {1} is no multiple of {2}"),
    /** The units measure different things. */
    DIMENSIONS_DIFFER("{0} measures {1}, {2} measures {3}"),
    /** The conversion is not exact and no rounding rule was named. */
    NOT_EXACT("{0} {1} is not a whole number of {2}");

    private final String sentence;

    QuantityRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
