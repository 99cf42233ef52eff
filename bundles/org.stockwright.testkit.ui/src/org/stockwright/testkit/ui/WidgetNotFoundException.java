package org.stockwright.testkit.ui;

/** What a test looked for is not on the screen. */
public final class WidgetNotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a sentence that says what. */
    public WidgetNotFoundException(String message) {
        super(message);
    }

}
