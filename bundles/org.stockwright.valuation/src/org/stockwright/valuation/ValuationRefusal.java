package org.stockwright.valuation;

import org.stockwright.base.RefusalCode;

/** Why a request about values was refused. */
public enum ValuationRefusal implements RefusalCode {

    /** It is dated before the end of a closed period. */
    PERIOD_CLOSED("{0} is in a period that is closed until {1}"),
    /** It is dated before the end of a soft-closed period, and whoever acts may not post there. */
    PERIOD_SOFT_CLOSED("{0} is in a period that is soft-closed until {1}"),
    /** No such item. */
    UNKNOWN_ITEM("There is no item ''{0}''"),
    /** No such movement, or none that brought goods in. */
    NO_RECEIPT("The movement {0} brought no goods of ours in"),
    /** The posting has no line that brought goods in. */
    NO_RECEIPTS("{0} brought no goods of ours in"),
    /** The key was used for something else. */
    KEY_REUSED("The key {0} was used for something else"),
    /** The key is empty or too long. */
    BAD_KEY("''{0}'' cannot be a key"),
    /** An amount is zero, has too many digits or the wrong sign. */
    BAD_AMOUNT("{0} cannot be the amount: {1}"),
    /** The instant is before what it is about, or in the future. */
    BAD_INSTANT("{0} cannot be the date: {1}"),
    /** A reduction is more than the goods cost. */
    REDUCED_BELOW_ZERO("{0} is more than {1} cost, which is {2}"),
    /** Nothing to allocate by. */
    NO_BASIS("Nothing has a {0} by which the costs could be split"),
    /** An account is missing. */
    UNKNOWN_ACCOUNT("There is no account ''{0}''"),
    /** A side of the posting rules is not known. */
    UNKNOWN_SIDE("There is no side ''{0}''"),
    /** A side has one account for all categories and kinds of movement. */
    SIDE_FOR_ALL("The side ''{0}'' has one account for all categories and kinds of movement"),
    /** A kind of movement is not known. */
    UNKNOWN_KIND("There is no kind of movement ''{0}''"),
    /** A category is not known. */
    UNKNOWN_CATEGORY("There is no category ''{0}''"),
    /** A method needs what the item has not. */
    METHOD_NEEDS("{0} cannot be valued by {1}: {2}"),
    /** The scope is fixed. */
    SCOPE_FIXED("Values are kept by {0} already"),
    /** A period ends before or with an earlier one that is closed. */
    PERIOD_CLOSED_ALREADY("The period until {0} is closed already"),
    /** A period ends in the future. */
    PERIOD_NOT_OVER("The period until {0} is not over"),
    /** There is no such closed period. */
    UNKNOWN_PERIOD("There is no closed period until {0}"),
    /** A later period is closed. */
    LATER_PERIOD_CLOSED("The period until {0} is closed and comes later"),
    /** Something does not tie out. */
    DOES_NOT_TIE_OUT("{0}: {1}"),
    /** The periodic inventory system is in force and has not closed the period. */
    PERIODIC_OPEN("The periodic closing until {0} is missing"),
    /** The periodic inventory system is not in force then. */
    NOT_PERIODIC("The books do not follow the periodic inventory system until {0}"),
    /** An earlier period is open. */
    EARLIER_PERIOD_OPEN("The period until {0} comes before and is open"),
    /** The inventory system cannot change there, since a later change is recorded or something was exported. */
    SYSTEM_FIXED("The inventory system cannot change from {0} on: {1}"),
    /** An item would close with less than nothing. */
    NEGATIVE_CLOSING("{0} would close with {1}"),
    /** A count cannot be taken: the item, why. */
    BAD_COUNT("The count of {0} cannot be taken: {1}"),
    /** A reason is missing. */
    REASON_MISSING("A reason is needed"),
    /** A rate is missing. */
    NO_EXCHANGE_RATE("There is no exchange rate of {0} for {1}"),
    /** Nothing was used up or made for such an order. */
    UNKNOWN_ORDER("There is no production order ''{0}''"),
    /** A place is not one of transit. */
    NO_TRANSIT("''{0}'' is no place of transit"),
    /** Terms of a place of transit contradict themselves. */
    BAD_TERMS("These cannot be the terms of {0}: {1}"),
    /** An item has no lots. */
    NO_LOTS("{0} has no lots or serial numbers"),
    /** A lot was moved and has a cost. */
    LOT_MOVED("The lot {0} of {1} was moved already"),
    /** A write-down needs somebody who approves it. */
    NEEDS_APPROVAL("A write-down needs the approval of a second person"),
    /** No such proposal. */
    UNKNOWN_PROPOSAL("There is no proposed write-down ''{0}''"),
    /** A proposal was approved or rejected before. */
    DECIDED_ALREADY("{0} was {1} by {2}"),
    /** Whoever proposed may not decide. */
    OWN_PROPOSAL("{0} was proposed by {1}, who cannot decide about it"),
    /** A text is too long or empty. */
    BAD_TEXT("''{0}'' cannot be the {1}");

    private final String sentence;

    ValuationRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
