package org.stockwright.testkit.ui;

/** What a test waited for did not come true in time. */
public final class TimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With a sentence that says what. */
    public TimeoutException(String message) {
        super(message);
    }

}
