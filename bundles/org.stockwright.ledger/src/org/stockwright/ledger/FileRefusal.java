package org.stockwright.ledger;

import org.stockwright.base.RefusalCode;

/** Why a row of a file of locations, opening stock or movements cannot be read, before the ledger checks it. */
public enum FileRefusal implements RefusalCode {

    /** No word for a kind of movement. */
    UNKNOWN_TYPE("''{0}'' is no type of movement"),
    /** No word for a kind of location. */
    UNKNOWN_KIND("''{0}'' is no kind of location"),
    /** No whole number. */
    NOT_A_WHOLE_NUMBER("''{0}'' is no whole number"),
    /** Both a lot and a serial number. */
    LOT_AND_SERIAL("The row names the lot {0} and the serial number {1}; an item is tracked by one of them"),
    /** The cost per entered unit is not a decimal number per base unit. */
    COST_NOT_EXACT("A cost of {0} per {1} is no decimal number per {2}"),
    /** No code of ISO 4217. */
    UNKNOWN_CURRENCY("''{0}'' is no currency"),
    /** No module converts prices: the currency, the company's. */
    NO_CONVERSION("Prices in {0} cannot be converted into {1}");

    private final String sentence;

    FileRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
