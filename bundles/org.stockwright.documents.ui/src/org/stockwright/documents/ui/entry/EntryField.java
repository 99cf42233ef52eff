package org.stockwright.documents.ui.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.stockwright.ui.CodeField.Choice;

/**
 * A field of the head or of a line.
 *
 * @param id its stable name in drafts
 * @param label what it is for, in a word or two
 * @param width in characters
 * @param hint what stands in it while it is empty, or empty
 * @param search finds what fits a text, for a field of codes; called in a job
 * @param isNumber whether its values stand at the right
 * @param isKept whether the next line begins with its value
 * @param isFilling whether the rest is filled by {@link EntryModel#filled} when it was typed, as an order's number does
 */
public record EntryField(String id, String label, int width, String hint,
    Optional<Function<String, List<Choice<Object>>>> search, boolean isNumber, boolean isKept, boolean isFilling) {

    /** A field for any text. */
    public static EntryField text(String id, String label, int width) {
        return new EntryField(id, label, width, "", Optional.empty(), false, false, false); //$NON-NLS-1$
    }

    /** A field for a number. */
    public static EntryField number(String id, String label, int width) {
        return new EntryField(id, label, width, "", Optional.empty(), true, false, false); //$NON-NLS-1$
    }

    /** A field for a code of something. */
    public static EntryField code(String id, String label, int width, Function<String, List<Choice<Object>>> search) {
        return new EntryField(id, label, width, "", Optional.of(search), false, false, false); //$NON-NLS-1$
    }

    /** The same with something in it while it is empty. */
    public EntryField hint(String text) {
        return new EntryField(id, label, width, text, search, isNumber, isKept, isFilling);
    }

    /** The same, whose value the next line begins with. */
    public EntryField kept() {
        return new EntryField(id, label, width, hint, search, isNumber, true, isFilling);
    }

    /** The same, by which the rest is filled. */
    public EntryField filling() {
        return new EntryField(id, label, width, hint, search, isNumber, isKept, true);
    }

}
