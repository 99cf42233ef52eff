package org.stockwright.documents;

import org.stockwright.base.RefusalCode;

/** Why something was not done to a document. */
public enum DocumentRefusal implements RefusalCode {

    /** No such document, or one that may not be seen. */
    UNKNOWN_DOCUMENT("There is no document ''{0}''"),
    /** No such line. */
    UNKNOWN_LINE("{0} has no line {1}"),
    /** The key is empty, too long or has control characters. */
    BAD_KEY("''{0}'' cannot be a key"),
    /** The key was used for something else. */
    KEY_REUSED_WITH_OTHER_CONTENT("The key {0} was used for another document: {1}"),
    /** The state does not allow it. */
    NOT_IN_THIS_STATE("{0} is {1}: it cannot be {2}"),
    /** A document without lines. */
    NO_LINES("There is nothing on it"),
    /** Too many lines. */
    TOO_MANY_LINES("{0} lines are more than the {1} that one document may have"),
    /** A text is too long, or has control characters: which, and how long it may be. */
    BAD_TEXT("The {0} is longer than {1} characters or has control characters"),
    /** A file is empty or too large. */
    BAD_ATTACHMENT("''{0}'' has {1} bytes; a file that is attached has 1 to {2}"),
    /** A price is negative or has too many digits. */
    BAD_PRICE("{0} cannot be a price"),
    /** Somebody else changed it since it was read. */
    CHANGED_MEANWHILE("{0} was changed by {1} meanwhile"),
    /** No such form. */
    UNKNOWN_FORM("There is no form ''{0}''"),
    /** The form is not one of this kind of document: form, number, title of the kind. */
    FORM_OF_OTHER_KIND("''{0}'' is not printed for {1}, a {2}"),
    /** The form has nothing to show: form, number. */
    NOTHING_TO_PRINT("There is nothing for ''{0}'' on {1}"),
    /** The file's extension is not one that the form is printed to. */
    BAD_PRINT_FILE("''{1}'' is no file to print ''{0}'' into"),
    /** The address of a label printer is not one: what was given. */
    BAD_PRINTER("''{0}'' is no address of a printer"),
    /** A label printer did not take the labels: its address, what happened. */
    PRINTER_FAILED("The printer {0} did not take the labels: {1}");

    private final String sentence;

    DocumentRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
