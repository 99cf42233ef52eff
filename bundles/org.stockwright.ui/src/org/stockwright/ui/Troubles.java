package org.stockwright.ui;

import java.util.Optional;

/**
 * Knows what keeps the open book from being worked with. Register one as an OSGi service; it answers from memory, on any
 * thread, and every change is told to the {@link org.stockwright.base.ChangeListener}s with the topic {@code UPKEEP}.
 */
public interface Troubles {

    /**
     * Something is wrong with the database of the open book.
     *
     * @param what happened and since when, as a sentence
     * @param hint what to do about it and what is safe, as sentences
     * @param readable whether the book can still be read: views go on then
     */
    record Trouble(String what, String hint, boolean readable) {
    }

    /** What is wrong now; empty when all is well or no book is open. */
    Optional<Trouble> now();

}
