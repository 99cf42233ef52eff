package org.stockwright.documents.ui.entry;

import java.util.List;
import java.util.Map;

/**
 * What was looked up for a document that is being entered.
 *
 * @param lines by line, what its columns of facts show, by the fact's id
 * @param typed about the line that is being typed, in a sentence, or empty
 * @param total about the whole, for example its total, or empty
 */
public record EntryFacts(List<Map<String, String>> lines, String typed, String total) {

    /** Nothing to tell. */
    public static final EntryFacts NONE = new EntryFacts(List.of(), "", ""); //$NON-NLS-1$ //$NON-NLS-2$

    /** Takes a copy. */
    public EntryFacts {
        lines = List.copyOf(lines);
    }

}
