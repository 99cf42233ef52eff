package org.stockwright.base;

/**
 * Something was asked of a book that has been closed meanwhile. Nothing of it was done. It is nobody's error and is not
 * logged: whoever asked gives up quietly, because there is nothing left to show the answer in.
 */
public final class BookClosed extends IllegalStateException implements NoFault {

    private static final long serialVersionUID = 1;

    /** What was asked for, and why it is not there any more; for people who look at a stack. */
    public BookClosed(String message) {
        super(message);
    }

}
