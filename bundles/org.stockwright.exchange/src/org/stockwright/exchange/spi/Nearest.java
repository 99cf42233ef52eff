package org.stockwright.exchange.spi;

import java.util.Collection;
import java.util.Locale;

/**
 * Finds the known word that somebody may have meant, by the number of letters that differ (Damerau and Levenshtein). One
 * for each file. For one thread.
 */
public final class Nearest {

    /** In a file with a wrong column each row is wrong: enough have been helped after this many. */
    private static final int MOST_HINTS = 200;

    private int left = MOST_HINTS;

    /** For a file of which nothing was read yet. */
    public Nearest() {
        // all hints are left
    }

    /** {@code Did you mean X?}, or this advice when nothing is near. */
    public String hint(String text, Collection<String> known, String otherwise) {
        if (left == 0 || text.length() > 64) {
            return otherwise;
        }
        left--;
        String wanted = text.toUpperCase(Locale.ROOT);
        String nearest = "";
        int least = Math.max(1, wanted.length() / 3) + 1;
        for (String code : known) {
            if (Math.abs(code.length() - wanted.length()) < least) {
                int distance = distance(wanted, code.toUpperCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = code;
                }
            }
        }
        return nearest.isEmpty() ? otherwise : "Did you mean '" + nearest + "'?";
    }

    /** Letters changed, added, left out, or two neighbours exchanged. */
    private static int distance(String one, String other) {
        int[] beforeAbove = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[above.length];
            current[0] = row;
            for (int column = 1; column < above.length; column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
                if (row > 1 && column > 1 && one.charAt(row - 1) == other.charAt(column - 2)
                    && one.charAt(row - 2) == other.charAt(column - 1)) {
                    current[column] = Math.min(current[column], 1 + beforeAbove[column - 2]);
                }
            }
            beforeAbove = above;
            above = current;
        }
        return above[other.length()];
    }

}
