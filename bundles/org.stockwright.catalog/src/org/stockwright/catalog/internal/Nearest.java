package org.stockwright.catalog.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known word that somebody may have meant: a few wrong letters away (Levenshtein's distance, case aside). */
final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {
    }

    /** The nearest one, if any is near. */
    static Optional<String> to(String wanted, Collection<String> known) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        if (lower.isEmpty() || lower.length() > LONGEST) {
            return Optional.empty();
        }
        int limit = Math.max(1, lower.length() / 3);
        String best = null;
        int bestDistance = limit + 1;
        for (String word : known) {
            if (Math.abs(word.length() - lower.length()) < bestDistance) {
                int distance = distance(lower, word.toLowerCase(Locale.ROOT), bestDistance);
                if (distance < bestDistance) {
                    best = word;
                    bestDistance = distance;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** A question with the nearest one, or else this advice. */
    static String hint(String wanted, Collection<String> known, String otherwise) {
        return to(wanted, known).map(word -> "Did you mean " + word + "?").orElse(otherwise);
    }

    /** The number of letters to add, drop or exchange; {@code limit} when it is that or more. */
    private static int distance(String a, String b, int limit) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
                least = Math.min(least, row[j]);
            }
            if (least >= limit) {
                return limit;
            }
        }
        return row[b.length()];
    }

}
