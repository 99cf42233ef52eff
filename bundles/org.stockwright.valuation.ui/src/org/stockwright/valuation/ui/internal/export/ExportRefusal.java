package org.stockwright.valuation.ui.internal.export;

import org.stockwright.base.RefusalCode;

/** Why an export did not come into its file. */
@SuppressWarnings("nls")
enum ExportRefusal implements RefusalCode {

    /** The disk or the folder did not take it: the file, what the system says. */
    NOT_WRITTEN("The file {0} could not be written: {1}");

    private final String sentence;

    ExportRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
