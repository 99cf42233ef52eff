package org.stockwright.documents.ui;

import java.util.List;

import org.stockwright.documents.Step;

/**
 * How documents of a kind are shown.
 *
 * @param kind the id of the kind, for example {@code purchase-order}
 * @param plural what people call several, for example {@code Purchase orders}
 * @param steps the steps that its lines take, as columns; others are shown when they happened
 */
public record DocumentLook(String kind, String plural, List<Step> steps) {

    /** Takes a copy. */
    public DocumentLook {
        steps = List.copyOf(steps);
    }

    /** The look of a kind whose lines take these steps. */
    public static DocumentLook of(String kind, String plural, Step... steps) {
        return new DocumentLook(kind, plural, List.of(steps));
    }

}
