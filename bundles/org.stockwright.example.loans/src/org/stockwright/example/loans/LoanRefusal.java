package org.stockwright.example.loans;

import org.stockwright.base.RefusalCode;

/** Why an item is not lent, not taken back, or does not move. */
public enum LoanRefusal implements RefusalCode {

    /** No such item: its number. */
    UNKNOWN_ITEM("There is no item {0}"),
    /** The item is not of the inventory type: its code, the type. */
    NOT_FOR_LOAN("The item {0} does not play the inventory type {1}"),
    /** Nobody borrows it. */
    NO_BORROWER("A loan needs a borrower of 1 to {0} characters"),
    /** It would be due before it is lent: the day, today. */
    DUE_IN_THE_PAST("{0} is before today, {1}"),
    /** It is away: item, borrower, day. */
    LENT("{0} is lent to {1} until {2}"),
    /** It is there: item. */
    NOT_LENT("{0} is not lent");

    private final String sentence;

    LoanRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
