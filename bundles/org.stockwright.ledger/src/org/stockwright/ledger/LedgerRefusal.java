package org.stockwright.ledger;

import org.stockwright.base.RefusalCode;

/** Why a posting, a reservation or a change of places was refused, in the order in which it is checked. */
public enum LedgerRefusal implements RefusalCode {

    /** The key is empty, too long or has control characters. */
    BAD_KEY("''{0}'' cannot be a key"),
    /** The key was used for something else. */
    KEY_REUSED_WITH_OTHER_CONTENT("The key {0} was used for another posting at {1}"),
    /** A posting without lines. */
    NO_LINES("There is nothing to post"),
    /** More lines than one posting may have. */
    TOO_MANY_LINES("{0} lines are more than the {1} that one posting may have"),
    /** The instant is out of the range that the ledger keeps. */
    BAD_INSTANT("{0} is not an instant that the ledger keeps"),
    /** A text is too long, or has control characters: which, and how long it may be. */
    BAD_TEXT("The {0} is longer than {1} characters or has control characters"),
    /** No such item. */
    UNKNOWN_ITEM("There is no item ''{0}''"),
    /** The item is not used any more. */
    ITEM_INACTIVE("The item {0} is not active"),
    /** The quantity must be positive. */
    QUANTITY_NOT_POSITIVE("The quantity {0} is not positive"),
    /** The quantity is not a whole number of the base unit's steps. */
    QUANTITY_DOES_NOT_FIT("{0} of {1} cannot be counted in {2}"),
    /** A cost is negative or has too many digits. */
    BAD_COST("{0} cannot be a cost per unit"),
    /** A place is needed that the kind does not imply. */
    PLACE_MISSING("A {0} needs the place that it goes {1}"),
    /** No such location. */
    UNKNOWN_LOCATION("There is no location ''{0}''"),
    /** The location is not used any more. */
    LOCATION_INACTIVE("The location {0} is not active"),
    /** The places do not fit the kind of movement. */
    PLACES_DO_NOT_FIT("A {0} cannot go from {1} to {2}"),
    /** Production belongs to an order. */
    ORDER_MISSING("A {0} needs the production order as its reference"),
    /** What is made takes the cost of what was used up before it. */
    COMPONENTS_COME_FIRST("What is used up stands before what is made of it"),
    /** It would end where it starts. */
    NOTHING_MOVES("Nothing moves: {0} is where it comes from and where it goes to"),
    /** The item is tracked by lot and no lot was named. */
    LOT_MISSING("The item {0} is tracked by lot; none was named"),
    /** The item is tracked by serial number and none was named. */
    SERIAL_MISSING("The item {0} is tracked by serial number; none was named"),
    /** The item is not tracked. */
    NOT_TRACKED("The item {0} is not tracked by lot or serial number"),
    /** A serial number is one piece. */
    SERIAL_IS_ONE_PIECE("The serial number {0} is one piece, not {1}"),
    /** The serial number lies somewhere already. */
    SERIAL_ON_HAND_ALREADY("The serial number {0} of {1} is at {2} already"),
    /** The lot is not known, and this kind of movement makes none. */
    UNKNOWN_LOT("The item {0} has no lot or serial number ''{1}''"),
    /** Warning: the lot was there before, with another day of expiry, which it keeps. */
    LOT_EXPIRES_OTHERWISE("The lot {0} of {1} expires {2}, not {3}"),
    /** No such owner. */
    UNKNOWN_OWNER("There is no owner ''{0}''"),
    /** No such quality status. */
    UNKNOWN_STATUS("There is no quality status ''{0}''"),
    /** No such handling unit, and this kind of movement makes none. */
    UNKNOWN_HANDLING_UNIT("There is no handling unit ''{0}''"),
    /** The item is locked: reason. */
    ITEM_LOCKED("The item {0} is locked: {1}"),
    /** The location, or one that it is part of, is locked: reason. */
    LOCATION_LOCKED("The location {0} is locked: {1}"),
    /** A participant objected or failed. */
    PARTICIPANT_REFUSED("{0} refuses: {1}"),
    /** The module that checks this stock is missing: item, the module's title, its feature. */
    GUARD_MISSING("{0} is checked by {1}, and the feature {2} is not installed"),
    /** The checks of this stock failed too often and are disabled: item, the module's title. */
    GUARD_DISABLED("{0} is checked by {1}, whose checks failed and are disabled"),
    /** There is less than that: free, asked, item, place. */
    WOULD_GO_NEGATIVE("Only {0} of {2} are free at {3}, {1} were asked for"),
    /** Warning: it went negative, which the policy allows. */
    WENT_NEGATIVE("{0} at {1} is negative now: {2}"),
    /** Warning: it is dated before the last posting: its date, the last one's. */
    BEFORE_LAST_POSTING("{0} is before the last posting, which took effect at {1}"),
    /** Warning: of many postings, some are dated before the last posting: how many, the last one's, the earliest's date. */
    SOME_BEFORE_LAST_POSTING("Dated before the last posting of {1}: {0}, the earliest of {2}"),
    /** More than is free is to be held. */
    NOT_ENOUGH_FREE("Only {0} of {2} are free at {3}, {1} were to be held"),
    /** No such reservation. */
    UNKNOWN_RESERVATION("There is no reservation ''{0}''"),
    /** Nothing is held any more. */
    RESERVATION_CLOSED("The reservation for {0} holds nothing any more"),
    /** The posting does not take from the reserved stock, or takes more than is held. */
    RESERVATION_DOES_NOT_FIT("The posting does not fit the reservation for {0}, which holds {1}"),
    /** No such posting. */
    UNKNOWN_POSTING("There is no posting ''{0}''"),
    /** It was reversed before. */
    REVERSED_ALREADY("{0} was reversed by {1} already"),
    /** A reversal cannot be reversed. */
    IS_A_REVERSAL("{0} is itself a reversal of {1}"),
    /** A reversal needs a reason. */
    REASON_MISSING("A reversal needs a reason"),
    /** A location cannot be part of itself. */
    LOCATION_CYCLE("The location {0} would be part of itself"),
    /** What movements rely on cannot change. */
    LOCATION_IN_USE("The kind of {0} cannot change: there are movements"),
    /** A code, name or other field is not right. */
    BAD_LOCATION("The location ''{0}'' is not right: {1}"),
    /** Something is negative that the new policy forbids. */
    POLICY_VIOLATED("{0} balances are negative; {1} at {2} is the first");

    private final String sentence;

    LedgerRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
