package org.stockwright.documents;

import java.time.Instant;

/**
 * Something that was done to a document.
 *
 * @param action what, for example {@code approved}, {@code note}
 * @param state the state that it was in afterwards
 * @param detail more to know, or empty
 * @param user who did it
 * @param at when
 */
public record DocumentEvent(String action, String state, String detail, String user, Instant at) {
}
