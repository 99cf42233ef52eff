package org.stockwright.service.internal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Texts of several parts, any of which may stand in double quotes; a quote inside quotes is written twice. */
final class QuotedParts {

    private static final char QUOTE = '"';

    private QuotedParts() {
    }

    /** The parts as they are written, without blanks around them; empty when a quote is not closed. */
    static Optional<List<String>> split(String text, char separator) {
        List<String> result = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                result.add(text.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        result.add(text.substring(begin).strip());
        return quoted ? Optional.empty() : Optional.of(result);
    }

    /** Whether a part is all in quotes. */
    static boolean isQuoted(String part) {
        if (part.length() < 2 || part.charAt(0) != QUOTE || part.charAt(part.length() - 1) != QUOTE) {
            return false;
        }
        String inside = part.substring(1, part.length() - 1);
        return inside.replace("\"\"", "").indexOf(QUOTE) < 0;
    }

    /** What a part says. */
    static String plain(String part) {
        return isQuoted(part) ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }

    /** A part that says a text whatever is in it. */
    static String quoted(String text) {
        return QUOTE + text.replace("\"", "\"\"") + QUOTE;
    }

}
