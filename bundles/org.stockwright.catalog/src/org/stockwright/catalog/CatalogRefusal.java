package org.stockwright.catalog;

import org.stockwright.base.RefusalCode;

/** Why master data was not stored or not found. */
public enum CatalogRefusal implements RefusalCode {

    /** A required field is empty. */
    MISSING("{0} is missing"),
    /** The text is longer than the field. */
    TOO_LONG("{0} is longer than {1} characters"),
    /** The code has blanks at its ends or control characters. */
    BAD_CODE("''{0}'' cannot be a code"),
    /** A text has a NUL or half of a character. */
    BAD_TEXT("{0} has a character that cannot be stored"),
    /** Warning: the code looks like another item's. */
    LOOKS_LIKE("The code {0} looks like {1}, which is another item"),
    /** No item has this code, alias or barcode. */
    UNKNOWN_ITEM("There is no item ''{0}''"),
    /** More than one item has this partner's code. */
    AMBIGUOUS_ITEM("''{0}'' may be any of {1}"),
    /** A GS1 element string without GTIN. */
    NO_ITEM_IN_SCAN("{0} names no item"),
    /** The quantity of a label is none of the item: what it says, the item, its base unit. */
    SCAN_DOES_NOT_FIT("The label says {0}, which is no quantity of {1} in {2}"),
    /** No unit has this code. */
    UNKNOWN_UNIT("There is no unit ''{0}''"),
    /** The unit measures something else than the item's base unit and is no pack of it. */
    UNIT_DOES_NOT_FIT("{0} is no unit of {1}, which is counted in {2}"),
    /** No partner has this code. */
    UNKNOWN_PARTNER("There is no partner ''{0}''"),
    /** The partner lacks the role that this use needs. */
    PARTNER_ROLE_MISSING("{0} is no {1}"),
    /** The value is none of the known ones. */
    UNKNOWN_VALUE("''{0}'' is no {1}"),
    /** The number is out of range. */
    OUT_OF_RANGE("{0} is {1}; it must be {2}"),
    /** Another item has this code or alias. */
    CODE_TAKEN("''{0}'' is the code of {1} already"),
    /** Another item or pack has this barcode. */
    BARCODE_TAKEN("The barcode {0} is on {1} already"),
    /** Units that are defined by each other. */
    UNIT_CYCLE("The unit {0} is defined by itself"),
    /** Pieces with serial numbers are counted one by one. */
    SERIAL_NEEDS_WHOLE_UNIT("{0} has serial numbers and cannot be counted in {1}, which has decimals"),
    /** What postings rely on cannot be changed. */
    IN_USE("{0} of {1} cannot be changed: there are postings"),
    /** Two prices that differ in their days only hold on the same day. */
    DAYS_OVERLAP("The price of {0} that begins {1} holds on days of the one that begins {2}"),
    /** Somebody else changed it meanwhile. */
    CHANGED_MEANWHILE("{0} was changed by somebody else meanwhile");

    private final String sentence;

    CatalogRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
