package org.stockwright.valuation.internal.scenarios;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What may happen in a scenario. */
enum Verb {

    RECEIVE("SUPPLIER", "MAIN"),
    ISSUE("MAIN", "CUSTOMER"),
    TRANSFER("", ""),
    RETURN("CUSTOMER", "MAIN"),
    SEND_BACK("MAIN", "SUPPLIER"),
    SCRAP("MAIN", "SCRAP"),
    COUNT("COUNT-DIFFERENCE", "MAIN"),
    OPENING("COUNT-DIFFERENCE", "MAIN"),
    CONSUME("MAIN", "CONVERSION"),
    PRODUCE("CONVERSION", "MAIN"),
    CHARGE,
    CLOSE_ORDER,
    REVERSE,
    LATE_COST,
    WRITE_DOWN,
    METHOD,
    STANDARD,
    TERMS,
    CATEGORY,
    CLOSE,
    REOPEN,
    COUNTED,
    PERIODIC_CLOSE,
    PERIODIC_REOPEN,
    SYSTEM;

    private final boolean movesGoods;
    private final String from;
    private final String to;

    Verb() {
        this.movesGoods = false;
        this.from = "";
        this.to = "";
    }

    Verb(String from, String to) {
        this.movesGoods = true;
        this.from = from;
        this.to = to;
    }

    /** The word of the pages, for example {@code late cost}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Whether its steps are lines of a posting. */
    boolean movesGoods() {
        return movesGoods;
    }

    /** Whether its steps are settings with an instant of their own. */
    boolean isPolicy() {
        return this == METHOD || this == STANDARD || this == TERMS;
    }

    /** Whether nothing can be entered before it that comes after it, nor after it what comes before. */
    boolean isBarrier() {
        return switch (this) {
            case WRITE_DOWN, CATEGORY, CLOSE, REOPEN, COUNTED, PERIODIC_CLOSE, PERIODIC_REOPEN, SYSTEM -> true;
            default -> false;
        };
    }

    /** Where goods come from when nobody says. */
    String from() {
        return from;
    }

    /** Where goods go when nobody says. */
    String to() {
        return to;
    }

    /** The verb that a sentence begins with. */
    static Optional<Verb> of(String sentence) {
        return Arrays.stream(values()).filter(verb -> (sentence + ' ').startsWith(verb.word() + ' '))
            .max(Comparator.comparingInt(verb -> verb.word().length()));
    }

}
