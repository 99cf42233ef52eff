package org.stockwright.cli.internal;

import org.stockwright.base.RefusalCode;

/** What the command line itself refuses; all else is refused by the areas. */
enum CliRefusal implements RefusalCode {

    /** Neither an instant nor a date. */
    BAD_INSTANT("''{0}'' is neither a date nor an instant"),
    /** A local time that a change of the clocks leaves out or repeats. */
    AMBIGUOUS_INSTANT("''{0}'' is not one instant in {1}"),
    /** Not a day. */
    BAD_DAY("''{0}'' is no date"),
    /** No area imports such files. */
    UNKNOWN_KIND("There is no kind of import ''{0}''"),
    /** Not a currency of ISO 4217. */
    UNKNOWN_CURRENCY("''{0}'' is no currency"),
    /** Not a time zone. */
    UNKNOWN_ZONE("''{0}'' is no time zone"),
    /** A check of the book failed: the check, what is wrong. */
    INVARIANT_BROKEN("{0}: {1}"),
    /** No such movement, or none that moved value. */
    NO_COST("There is no movement {0} that moved value"),
    /** No password in the environment and nobody to ask: which. */
    PASSWORD_MISSING("{0} is missing"),
    /** A new password was typed in two ways. */
    PASSWORDS_DIFFER("The two passwords differ"),
    /** Not a line of a document. */
    BAD_LINE("''{0}'' is no line of a document"),
    /** The user stopped it. */
    CANCELLED("Cancelled"),
    /** No such part is disabled: its name. */
    NOT_DISABLED("No part {0} is disabled"),
    /** A plug-in that was made for another version: its title, what it lacks. */
    DOES_NOT_FIT("{0} does not fit this program and is not used: {1}");

    private final String sentence;

    CliRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
