package org.stockwright.documents.ui.internal.print;

import org.stockwright.base.RefusalCode;

/** Why a paper did not get to where it was to go. */
@SuppressWarnings("nls")
enum PrintRefusal implements RefusalCode {

    /** The file could not be written: which, what happened. */
    NOT_WRITTEN("{0} could not be written: {1}"),
    /** The system's printer did not take it: which, what happened. */
    NOT_PRINTED("{0} did not take it: {1}"),
    /** The system has no such printer any more: which. */
    NO_SUCH_PRINTER("There is no printer ''{0}''");

    private final String sentence;

    PrintRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
