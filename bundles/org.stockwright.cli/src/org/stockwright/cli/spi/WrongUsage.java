package org.stockwright.cli.spi;

/** What was typed is not a command; it ends with 2. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a sentence that says what to type instead. */
    public WrongUsage(String sentence) {
        super(sentence, null, false, false);
    }

}
