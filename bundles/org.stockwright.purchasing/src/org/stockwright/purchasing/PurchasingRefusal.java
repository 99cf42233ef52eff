package org.stockwright.purchasing;

import org.stockwright.base.RefusalCode;

/** Why something was not done in purchasing. */
public enum PurchasingRefusal implements RefusalCode {

    // what an order or a requisition says

    /** No such item. */
    UNKNOWN_ITEM("There is no item ''{0}''"),
    /** The item is not in use any more. */
    ITEM_NOT_ACTIVE("{0} is not active"),
    /** No such partner, or one who does not sell. */
    NO_SUPPLIER("''{0}'' is no supplier"),
    /** The supplier is not in use any more. */
    SUPPLIER_NOT_ACTIVE("{0} is not active"),
    /** Nobody is known who sells the item. */
    NOBODY_SELLS_IT("No supplier is known for {0}"),
    /** A quantity that is zero or less. */
    BAD_QUANTITY("{0} of {1} cannot be ordered"),
    /** Less than the supplier sells. */
    BELOW_MINIMUM("{0} {1} of {2} are less than the {3} that {4} sells at least"),
    /** Not what the supplier packs. */
    NOT_A_MULTIPLE("{0} {1} of {2} are no multiple of the {3} that {4} sells"),
    /** Nobody knows the price. */
    NO_PRICE("No price is known for {0}"),
    /** The known price is in another currency than the document. */
    PRICE_IN_OTHER_CURRENCY("{0} costs {1}, and the document is in {2}"),
    /** The day is before the day of the document. */
    DUE_BEFORE_ORDER("{0} is wanted on {1}, before the order of {2}"),
    /** No such place. */
    UNKNOWN_PLACE("There is no place ''{0}''"),
    /** Nobody says who wants it. */
    DEPARTMENT_MISSING("A requisition needs the department that wants it"),
    /** Two rows of one order that say different things. */
    ROWS_DIFFER("The rows of {0} have different values of {1}: ''{2}'' and ''{3}''"),
    /** A word that is none of those that can stand there. */
    UNKNOWN_WORD("''{0}'' is no {1}"),
    /** A reason is needed. */
    REASON_MISSING("A reason is needed"),

    // where a document stands

    /** The document is of another kind. */
    OTHER_KIND("{0} is no {1}"),
    /** It was revised since it was read. */
    REVISED_MEANWHILE("{0} is at revision {1} by now, not {2}"),
    /** Goods have arrived for it. */
    HAS_RECEIPTS("Of {0}, line {1}, {2} were received"),
    /** It was invoiced. */
    HAS_INVOICES("Of {0}, line {1}, {2} were invoiced"),
    /** The new quantity is less than what has happened. */
    BELOW_DONE("Line {0} cannot be less than the {1} that were received, invoiced, announced or cancelled"),
    /** Nothing is left of it. */
    NOTHING_OPEN("Nothing of {0} is open"),
    /** A line that stands twice in one request. */
    LINE_TWICE("Line {0} stands there twice"),

    // approval

    /** An order that looks like another one. */
    DUPLICATE_ORDER("{0} looks like {1} of {2} by {3}: {4} of {5} from the same supplier"),
    /** Not what the source document says: item, quantity or price. */
    NOT_AS_IN_SOURCE("Line {0}: {1} is {2}, and {3} says {4}"),
    /** The source document is not approved. */
    SOURCE_NOT_APPROVED("{0} is {1}"),
    /** More than whoever acts may approve. */
    OVER_LIMIT("{0} is more than the {1} that {2} may approve"),
    /** Whoever wants it cannot approve it. */
    OWN_REQUEST("{0} was submitted by {1}, who cannot approve it"),

    // blanket orders and requisitions

    /** More than what is left of the line. */
    MORE_THAN_OPEN("Line {0} of {1} has {2} left, not {3}"),
    /** The blanket order has ended, or has not begun. */
    BLANKET_NOT_VALID("{0} is valid until {1}, not on {2}"),

    // invoices

    /** The invoice is in another currency than the order. */
    OTHER_CURRENCY("The invoice is in {0}, {1} in {2}"),
    /** The line is of an order from somebody else. */
    OTHER_SUPPLIER("{0} is an order from {1}, not from {2}"),
    /** The supplier's invoice with this number is entered already. */
    INVOICE_KNOWN("{0} of {1} was entered as {2}"),
    /** It was reversed. */
    REVERSED_BEFORE("{0} was reversed by {1}"),
    /** Nothing keeps it from being paid. */
    NOT_BLOCKED("{0} is not blocked"),

    // settings

    /** Not a number that can stand there. */
    BAD_SETTING("{0} cannot be {1}"),
    /** No such user or role. */
    UNKNOWN_APPROVER("There is no {0} ''{1}''");

    private final String sentence;

    PurchasingRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
