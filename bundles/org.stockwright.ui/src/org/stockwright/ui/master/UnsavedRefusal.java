package org.stockwright.ui.master;

import org.stockwright.base.RefusalCode;

/** Why rows that were edited are not stored. */
@SuppressWarnings("nls")
public enum UnsavedRefusal implements RefusalCode {

    /** What is stored is no longer what was read before it was edited. */
    CHANGED_MEANWHILE("{0} was changed by somebody else meanwhile");

    private final String sentence;

    UnsavedRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
