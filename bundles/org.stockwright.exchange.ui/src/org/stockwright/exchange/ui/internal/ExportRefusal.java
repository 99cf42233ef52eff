package org.stockwright.exchange.ui.internal;

import org.stockwright.base.RefusalCode;

/** Why what a grid shows was not written into a file. */
enum ExportRefusal implements RefusalCode {

    /** The name got its extension, and there is such a file, which nobody agreed to replace. */
    FILE_EXISTS(Messages.Export_taken);

    private final String sentence;

    ExportRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
