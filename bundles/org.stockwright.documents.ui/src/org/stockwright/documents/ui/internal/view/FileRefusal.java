package org.stockwright.documents.ui.internal.view;

import org.stockwright.base.RefusalCode;

/** Why a file was not attached, opened or saved. */
@SuppressWarnings("nls")
enum FileRefusal implements RefusalCode {

    /** A folder, or nothing any more: its name. */
    NO_FILE("''{0}'' is no file"),
    /** The file cannot be read: its name, what happened. */
    NOT_READ("''{0}'' could not be read: {1}"),
    /** The file cannot be written: which, what happened. */
    NOT_WRITTEN("{0} could not be written: {1}");

    private final String sentence;

    FileRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
