package org.stockwright.catalog;

import java.util.Locale;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.StoredText;

/**
 * A class of handling, of temperature or of dangerous goods, as it is stored of items and of places: in capitals, so that
 * the two can be compared.
 */
public final class HandlingClass {

    /** The most characters of one. */
    public static final int LONGEST = 24;

    private HandlingClass() {
        // only functions
    }

    /**
     * The class that a text stands for; empty for an empty text.
     *
     * @param field what the refusal calls it
     */
    public static Outcome<String> parse(String field, String text) {
        String word = text.strip().toUpperCase(Locale.ROOT);
        if (word.length() > LONGEST) {
            return Outcome.refused(Refusal.of(CatalogRefusal.TOO_LONG, field, LONGEST).hint("Shorten it."));
        }
        if (word.chars().anyMatch(c -> c == '|' || Character.isISOControl(c)) || !StoredText.isSound(word)) {
            return Outcome.refused(Refusal.of(CatalogRefusal.BAD_TEXT, field)
                .hint("Leave out |, line breaks, and what shows as a box or not at all."));
        }
        return Outcome.done(word);
    }

}
