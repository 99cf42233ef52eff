package org.stockwright.purchasing;

import org.stockwright.base.RefusalCode;

/** Why goods were not received, inspected, put away or sent back. */
public enum ReceivingRefusal implements RefusalCode {

    // receiving

    /** There is no document to receive against, or it takes no goods: number, its state. */
    NOT_RECEIVABLE("{0} is {1}: nothing can be received against it"),
    /** The goods go from the supplier straight to a customer: number. */
    GOES_TO_CUSTOMER("The goods of {0} go straight to the customer: nothing of it arrives here"),
    /** The item is on no line of the order: item, order. */
    NOT_ON_ORDER("{0} is not on {1}"),
    /** The line of the order is of another item: line, its item, the item received. */
    OTHER_ITEM_ON_LINE("Line {0} wants {1}, not {2}"),
    /** The line belongs to another document than the one received against. */
    LINE_OF_OTHER_DOCUMENT("There is no such line on {0}"),
    /** More comes than was ordered and is tolerated: item, quantity, most that may come, order. */
    OVER_RECEIPT("{1} of {0} are more than the {2} that may still come for {3}"),
    /** Warning: more came than is tolerated: item, quantity, most that may come, order. */
    MORE_THAN_ORDERED("{1} of {0} came; no more than {2} were expected for {3}"),
    /** No quantity was given, and the scan has none. */
    QUANTITY_MISSING("How many of {0} came is missing"),
    /** More is rejected than came. */
    MORE_REJECTED_THAN_CAME("{0} were rejected of {1} that came"),
    /** Goods that are rejected need a reason. */
    REASON_MISSING("Rejecting goods needs a reason"),
    /** The status is none in which goods can arrive. */
    BAD_STATUS("Goods cannot arrive in the status ''{0}''"),
    /** The quality plan sends the item to inspection. */
    INSPECTION_NEEDED("The quality plan sends {0} to inspection"),
    /** The item is tracked and the lot or serial number is missing: item. */
    LOT_MISSING("{0} is tracked; its lot or serial number is missing"),
    /** The scan names another lot than the line. */
    SCAN_CONTRADICTS("The scan says {0}, the line says {1}"),
    /** The pattern of lot codes is not right. */
    BAD_LOT_PATTERN("''{0}'' cannot be the pattern of lot codes"),
    /** The place that a transfer comes from is missing. */
    FROM_MISSING("The place that the goods come from is missing"),
    /** Too many serial numbers would be made for one line. */
    TOO_MANY_SERIALS("{0} of {1} need as many serial numbers; one receipt has at most {2} lines"),
    /** Prices in this currency cannot be turned into ours. */
    NO_PRICE_CONVERSION("The order is in {0}; its prices cannot be turned into {1}"),
    /** The receiving area is no place where stock is kept. */
    NO_RECEIVING_PLACE("{0} keeps no stock: goods cannot be received there"),
    /** A tolerance or another number of a rule is out of range. */
    OUT_OF_RANGE("{0} is {1}; it must be {2}"),
    /** There is no such supplier. */
    UNKNOWN_SUPPLIER("There is no supplier ''{0}''"),

    // reversal

    /** Something later stands on the document: number, what was done, by which document. */
    STANDS_ON_IT("{0} cannot be reversed: {1} by {2}"),
    /** It was reversed before, or is a reversal itself. */
    REVERSED_ALREADY("{0} was reversed already or is a reversal itself"),

    // inspection

    /** The line does not wait for inspection. */
    NOTHING_PENDING("Nothing of {0}, line {1}, waits for inspection"),
    /** More is decided than waits: asked, waiting. */
    MORE_THAN_PENDING("{0} are more than the {1} that wait for inspection"),
    /** A quality plan is not right. */
    BAD_PLAN("The quality plan is not right: {0}"),

    // put-away

    /** No place has room: item, quantity, the nearest miss. */
    NOTHING_FITS("No place has room for {1} of {0}: {2}"),
    /** The place may not take the goods: place, item, why. */
    NOT_ALLOWED_THERE("{0} may not take {1}: {2}"),
    /** The place would hold more than it can: place, what, how much fits. */
    OVER_CAPACITY("{0} cannot hold {1} of {2}: {3}"),
    /** The bin that was scanned is another one. */
    WRONG_BIN("{0} was scanned, the goods belong to {1}"),
    /** Nothing lies there any more that could be put away: the receipt's number. */
    NOTHING_TO_PUT_AWAY("Nothing of {0} waits to be put away"),
    /** A choice that does not exist was typed, or two that exclude each other: what was typed. */
    BAD_CHOICE("''{0}'' cannot be chosen here"),
    /** A place was scanned that no goods go to: its code. */
    NOTHING_GOES_THERE("No line goes to {0}"),
    /** A put-away rule is not right: code, what is wrong. */
    BAD_RULE("The put-away rule ''{0}'' is not right: {1}"),

    // returns

    /** The document is no receipt from a supplier. */
    NOT_A_RECEIPT("{0} is no receipt from a supplier"),
    /** More goes back than came: item, asked, most. */
    MORE_THAN_CAME("{1} of {0} were to go back, {2} are left of the receipt"),
    /** Less is there to be sent back: item, asked, there. */
    NOT_ENOUGH_TO_RETURN("Only {2} of {0} are there to be sent back, {1} were asked for");

    private final String sentence;

    ReceivingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
